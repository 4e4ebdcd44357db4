import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { currentScene } from './current-scene.ts';
import { collect, type Elements, place, placeGhosts } from './place-elements.ts';
import { Scene } from './scene.ts';

interface Targets {
  /** what lies under the nodes, and everything else */
  under: RefObject<SVGSVGElement | null>;
  svg: RefObject<SVGSVGElement | null>;
  ghosts: RefObject<SVGGElement | null>;
  /** called in each animation frame in which something moved */
  onFrame: (scene: Scene) => void;
}

/** The scene of a picture: written to its elements in each animation frame, and at once after React made new ones. */
export function useScene({ under, svg, ghosts, onFrame }: Targets, prepare: (scene: Scene) => void): Scene {
  const [scene] = useState(() => new Scene());
  const [latest] = useState<{ elements: Elements | null; onFrame: Targets['onFrame'] }>({
    elements: null,
    onFrame,
  });
  useLayoutEffect(() => {
    latest.onFrame = onFrame;
    if (svg.current === null) return;
    latest.elements = collect([under.current, svg.current]);
    prepare(scene);
    scene.update();
    place(latest.elements, scene);
    if (ghosts.current) placeGhosts(ghosts.current, scene);
    scene.touch();
  });
  useEffect(() => {
    currentScene.set(scene);
    const leave = scene.listen(() => {
      if (latest.elements) place(latest.elements, scene);
      if (ghosts.current) placeGhosts(ghosts.current, scene);
      latest.onFrame(scene);
    });
    return () => {
      currentScene.set(null);
      leave();
      scene.stop();
    };
  }, [scene, latest, ghosts]);
  return scene;
}
