import { useDebouncedValue, useElementSize } from '@mantine/hooks';
import { format } from '../../../protocol/texts.ts';
import styles from './embed.module.css';
import type { FrameSize } from './size.ts';
import { EMBED } from './words.ts';

const SETTLED_MS = 400;

/** The very frame, made smaller where it is wider than the desk. */
export function Preview(wanted: { address: string; size: FrameSize }) {
  // Each choice is another page to load; the last of several is enough.
  const [{ address, size }] = useDebouncedValue(wanted, SETTLED_MS);
  const { ref, width } = useElementSize();
  const scale = width > 0 ? Math.min(1, width / size.width) : 1;
  return (
    <section aria-label={EMBED.preview} className={styles.preview}>
      <p className={styles.previewName}>
        {EMBED.preview}{' '}
        <span>{scale < 1 ? format(EMBED.scaled, { percent: Math.round(scale * 100) }) : ''}</span>
      </p>
      <div ref={ref} className={styles.measure} />
      {width > 0 && (
        <div style={{ width: size.width * scale, height: size.height * scale }}>
          {/* Another address is another page: going there by its hash alone would leave the old one's marks. */}
          <iframe
            key={address}
            src={address}
            title={EMBED.previewOf}
            width={size.width}
            height={size.height}
            className={styles.frame}
            style={{ transform: `scale(${scale})` }}
          />
        </div>
      )}
    </section>
  );
}
