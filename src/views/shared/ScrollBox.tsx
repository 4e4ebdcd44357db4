import { type ReactNode, useEffect, useRef, useState } from 'react';

interface Properties {
  /** what is in it, for those who cannot see that it goes on */
  label: string;
  className: string | undefined;
  children: ReactNode;
}

/** A box that scrolls within itself; by keyboard too, so it is a tab stop exactly while there is something to scroll. */
export function ScrollBox({ label, className, children }: Properties) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  // After every rendering: what is in it may have grown, and its own observer sees only the box.
  useEffect(() => {
    const look = () => {
      const element = box.current;
      if (element === null) return;
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      setScrolls(scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1);
    };
    look();
    const observer = new ResizeObserver(look);
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: no set of fields, and so many regions would be no landmarks
    <div role="group" ref={box} className={className} aria-label={label} tabIndex={scrolls ? 0 : undefined}>
      {children}
    </div>
  );
}
