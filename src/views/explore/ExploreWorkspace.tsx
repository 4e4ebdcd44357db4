import { lazy, Suspense, useEffect } from 'react';
import { enterExplore, leaveExplore, useExplore } from '../../store/explore/store.ts';
import { LoadingFailure, tellPage } from '../shared/LoadingFailure.tsx';
import { NoticeBar } from '../shared/NoticeBar.tsx';
import { CompareView } from './compare/CompareView.tsx';
import styles from './ExploreWorkspace.module.css';
import { ExploreHeader } from './header/ExploreHeader.tsx';
import { useExploreKeyboard } from './keyboard.ts';
import { RankView } from './rank/RankView.tsx';
import { SweepView } from './sweep/SweepView.tsx';

const Panels = lazy(() => import('./Panels.tsx'));

/** Many runs at once: over one or two parameters, over all parameters by what they matter, or two runs over each other. */
export default function ExploreWorkspace() {
  useExploreKeyboard();
  useEffect(() => {
    enterExplore();
    return leaveExplore;
  }, []);
  const view = useExplore((state) => state.view);
  const notice = useExplore((state) => state.notice);
  const dismiss = useExplore((state) => state.actions.dismissNotice);
  const asked = useExplore((state) => state.panel !== 'none');
  return (
    <>
      <ExploreHeader />
      <NoticeBar notice={notice} dismiss={dismiss} />
      <div className={styles.workspace}>
        {view === 'sweep' && <SweepView />}
        {view === 'rank' && <RankView />}
        {view === 'compare' && <CompareView />}
      </div>
      <LoadingFailure key={String(asked)} tell={tellPage}>
        <Suspense>{asked && <Panels />}</Suspense>
      </LoadingFailure>
    </>
  );
}
