import type { ComponentProps, SyntheticEvent } from 'react';

/** To what is on screen when it is used, with another search part: the hash goes on while the page plays. */
export function HereLink({ search, children, ...rest }: { search: string } & ComponentProps<'a'>) {
  const here = () => `${location.origin}${location.pathname}${search}${location.hash}`;
  const renew = (event: SyntheticEvent<HTMLAnchorElement>) => {
    event.currentTarget.href = here();
  };
  return (
    <a {...rest} href={here()} onPointerDown={renew} onFocus={renew} onClick={renew}>
      {children}
    </a>
  );
}
