import { useEffect, useState } from 'react';
import type { Taken } from '../../../store/taken.ts';
import { saveBlob, saveText } from '../../shared/download.ts';
import type { Picture } from '../../shared/pictures.ts';
import { Segments } from '../../shared/Segments.tsx';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { plainText } from '../../shared/template.ts';
import styles from './ExportPart.module.css';
import { fileName } from './files.ts';
import { failureText, useSaving } from './use-saving.ts';
import { WORDS } from './words.ts';

type Kind = keyof typeof WORDS.pictures.kinds;
type Scale = keyof typeof WORDS.pictures.scales;

const KINDS = Object.keys(WORDS.pictures.kinds) as Kind[];
const SCALES: readonly Scale[] = ['1', '2', '3', 'own'];
const OWN_WIDTH = 1920;
const LEAST_WIDTH = 16;

interface Properties {
  readonly taken: Taken;
  readonly pictures: readonly Picture[];
  readonly picture: Picture | null;
  readonly choose: (id: string) => void;
}

/** One of the pictures on screen, as it will be, and in which form. */
export function PictureSection({ taken, pictures, picture, choose }: Properties) {
  const [kind, setKind] = useState<Kind>('svg');
  const [scale, setScale] = useState<Scale>('2');
  const [own, setOwn] = useState(OWN_WIDTH);
  const drawn = useDrawn(picture);
  const saving = useSaving();
  const words = WORDS.pictures;
  if (picture === null) {
    return (
      <section className={styles.section} aria-label={words.title}>
        <h3 className={styles.heading}>{words.title}</h3>
        <p className={styles.about}>{words.none}</p>
      </section>
    );
  }
  const svg = drawn?.svg ?? null;
  const size = drawn?.size ?? null;
  const width = size === null ? 0 : scale === 'own' ? own : Math.round(size.width * Number(scale));
  const height = size === null ? 0 : Math.round((size.height * width) / size.width);
  const slots = { width: String(width), height: String(height) };
  const sizeText =
    size === null
      ? ''
      : kind === 'png'
        ? plainText(words.size, slots)
        : plainText(words.vector, {
            width: String(Math.round(size.width)),
            height: String(Math.round(size.height)),
          });
  const save = () =>
    saving.run(async () => {
      if (svg === null) return;
      if (kind === 'svg') {
        saveText(svg, fileName(taken, `${picture.id}.svg`));
        return;
      }
      const { pngOf } = await import('./picture/raster.ts');
      saveBlob(await pngOf(svg, width), fileName(taken, `${picture.id}.png`));
    });
  return (
    <section className={styles.section} aria-label={words.title}>
      <h3 className={styles.heading}>{words.title}</h3>
      <div className={styles.row}>
        <select
          className={styles.select}
          aria-label={words.which}
          value={picture.id}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          {pictures.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <Segments
          legend={words.kind}
          options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind}
          onChange={setKind}
        />
        {kind === 'png' && (
          <Segments
            legend={words.scale}
            options={SCALES.map((value) => ({ value, label: words.scales[value] }))}
            value={scale}
            onChange={setScale}
          />
        )}
        {kind === 'png' && scale === 'own' && (
          <span className={styles.field}>
            <input
              type="number"
              aria-label={words.width}
              min={LEAST_WIDTH}
              value={own}
              onChange={({ currentTarget }) =>
                setOwn(Math.max(LEAST_WIDTH, Math.round(currentTarget.valueAsNumber) || LEAST_WIDTH))
              }
            />
          </span>
        )}
      </div>
      <div className={styles.preview}>
        {drawn?.address != null ? (
          <img src={drawn.address} alt={plainText(words.preview, { name: picture.name })} />
        ) : (
          (drawn?.problem ?? words.drawing)
        )}
      </div>
      <div className={styles.row}>
        <SmallButton disabled={svg === null || saving.busy} onClick={save}>
          {words.save}
        </SmallButton>
        <span className={styles.size}>{sizeText}</span>
      </div>
      <p role="alert" className={styles.problem}>
        {saving.problem}
      </p>
    </section>
  );
}

interface Drawn {
  readonly svg: string | null;
  readonly size: { readonly width: number; readonly height: number } | null;
  /** of the preview */
  readonly address: string | null;
  readonly problem: string | null;
}

/** The picture as it is now; null while it is drawn. */
function useDrawn(picture: Picture | null): Drawn | null {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  useEffect(() => {
    setDrawn(null);
    if (picture === null) return;
    let gone = false;
    let address: string | null = null;
    const draw = async (): Promise<Drawn> => {
      const [svg, { sizeOf }] = await Promise.all([picture.svg(), import('./picture/raster.ts')]);
      if (!gone) address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      return { svg, size: sizeOf(svg), address, problem: null };
    };
    const tell = (made: Drawn) => {
      if (!gone) setDrawn(made);
    };
    draw().then(tell, (reason: unknown) =>
      tell({ svg: null, size: null, address: null, problem: failureText(reason) }),
    );
    return () => {
      gone = true;
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [picture]);
  return drawn;
}
