/** A scene on the page: marks on a canvas, the words of its frame above it as SVG. */
import { useComputedColorScheme } from '@mantine/core';
import { memo, type ReactNode, useEffect, useRef } from 'react';
import type { Mark, Scene } from '../../layout/explore/scene.ts';
import { offerPicture } from '../shared/pictures.ts';
import { inks } from './inks.ts';
import styles from './Picture.module.css';
import { paintMarks } from './paint.ts';
import { sceneSvg } from './svg-text.ts';

interface Properties {
  /** null until there is room for it */
  readonly scene: Scene | null;
  /** offered as a picture to take away */
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** what lies over it: focus, cursors */
  readonly children?: ReactNode;
}

export function Picture({ scene, id, name, about, children }: Properties) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef({ scene, about, name });
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    latest.current = { scene, about, name };
  }, [scene, about, name]);
  useEffect(
    () =>
      offerPicture({
        id,
        name,
        svg: () => {
          const { scene: drawn, about: shows, name: title } = latest.current;
          if (drawn === null) throw new Error('There is no picture yet: start the sweep first.');
          return sceneSvg(drawn, inks(), title, shows);
        },
      }),
    [id, name],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scheme has other inks
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || scene === null) return;
    const frame = requestAnimationFrame(() => {
      const ratio = window.devicePixelRatio || 1;
      const width = Math.round(scene.width * ratio);
      const height = Math.round(scene.height * ratio);
      if (element.width !== width || element.height !== height) {
        element.width = width;
        element.height = height;
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, scene.width, scene.height);
      const font = getComputedStyle(element).fontFamily;
      const lines = scene.frame.filter(({ kind }) => kind !== 'text');
      paintMarks(context, [...lines, ...scene.data], inks(), font);
    });
    return () => cancelAnimationFrame(frame);
  }, [scene, scheme]);
  if (scene === null) return null;
  const size = { width: scene.width, height: scene.height };
  return (
    <div className={styles.picture} style={size}>
      <canvas ref={canvas} className={styles.canvas} style={size} />
      <svg className={styles.frame} {...size} aria-hidden="true">
        <Words marks={scene.frame} />
      </svg>
      {children}
    </div>
  );
}

/** Words stay as they are while only results come. */
const Words = memo(function Words({ marks }: { marks: readonly Mark[] }) {
  return marks.map(
    (mark, i) =>
      mark.kind === 'text' && (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: marks have no names
          key={i}
          x={mark.x}
          y={mark.y}
          textAnchor={mark.anchor}
          fill={`var(--${mark.ink})`}
          fontWeight={mark.bold === true ? 600 : undefined}
          fontSize={mark.size}
        >
          {mark.text}
        </text>
      ),
  );
});
