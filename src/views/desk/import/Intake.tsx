import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { Source } from '../../../store/import/types.ts';
import { page } from '../../../store/page.ts';
import styles from './Intake.module.css';
import { WORDS } from './words.ts';

const ImportNotice = lazy(() => import('./ImportNotice.tsx'));

/** Files dropped anywhere and texts pasted outside a field are taken in, in every workspace. The desk has buttons for it. */
export default function Intake(): ReactNode {
  const [over, setOver] = useState(false);
  const [used, setUsed] = useState(false);
  useEffect(() => {
    // Somebody else's page around it may want its drops for itself.
    if (page.embedded) return;
    const listening = new AbortController();
    const { signal } = listening;
    const take = async (sources: readonly Source[]) => {
      setUsed(true);
      const { importStore } = await import('../../../store/import/store.ts');
      await importStore.getState().actions.take(sources);
    };
    const dragged = (event: DragEvent) => {
      if (!isMeantForUs(event)) return;
      event.preventDefault();
      setOver(true);
    };
    window.addEventListener('dragenter', dragged, { signal });
    window.addEventListener('dragover', dragged, { signal });
    window.addEventListener(
      'dragleave',
      (event) => {
        if (event.relatedTarget === null) setOver(false);
      },
      { signal },
    );
    window.addEventListener(
      'drop',
      (event) => {
        setOver(false);
        if (!isMeantForUs(event)) return;
        const sources = sourcesOf(event.dataTransfer);
        if (sources.length === 0) return;
        event.preventDefault();
        void take(sources);
      },
      { signal },
    );
    window.addEventListener(
      'paste',
      (event) => {
        if (isInField(event) || somethingElseIsOpen()) return;
        const sources = sourcesOf(event.clipboardData);
        if (sources.length === 0) return;
        event.preventDefault();
        void take(sources);
      },
      { signal },
    );
    // For browser tests, which are quicker than anybody.
    document.documentElement.dataset.intake = 'ready';
    return () => listening.abort();
  }, []);
  return (
    <>
      <Suspense>{used && <ImportNotice />}</Suspense>
      {over && (
        <p className={styles.over} aria-hidden="true">
          {WORDS.dropHere}
        </p>
      )}
    </>
  );
}

const FIELDS = 'input, textarea, select, [contenteditable="true"]';

function isInField({ target }: Event): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null;
}

/** A text dragged into a field is the field's; a file never is. */
function isMeantForUs(event: DragEvent): boolean {
  const types = event.dataTransfer?.types ?? [];
  return types.includes('Files') || (types.includes('text/plain') && !isInField(event));
}

/** What is pasted while a panel is open belongs to it; the desk's own part for imports is that panel. */
function somethingElseIsOpen(): boolean {
  const dialogs = [...document.querySelectorAll('[aria-modal="true"]')];
  return dialogs.some((dialog) => dialog.querySelector('[data-intake]') === null);
}

function sourcesOf(transfer: DataTransfer | null): Source[] {
  const files = [...(transfer?.files ?? [])];
  if (files.length > 0) return files.map((file) => ({ name: file.name, content: file }));
  const text = transfer?.getData('text') ?? '';
  return text.trim() === '' ? [] : [{ name: WORDS.pasted, content: text }];
}
