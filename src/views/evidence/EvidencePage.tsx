import { useEffect } from 'react';
import { enterEvidence, evidenceStore, leaveEvidence, useEvidence } from '../../store/evidence/store.ts';
import { NoticeBar } from '../shared/NoticeBar.tsx';
import styles from './EvidencePage.module.css';
import { LogSection } from './log/LogSection.tsx';
import { MachineSection } from './machine/MachineSection.tsx';
import { PredictionSection } from './prediction/PredictionSection.tsx';
import { PublishedSection } from './published/PublishedSection.tsx';
import { ReferenceSection } from './references/ReferenceSection.tsx';
import { SectionList } from './SectionList.tsx';
import { SpeedSection } from './speed/SpeedSection.tsx';
import { TablesSection } from './tables/TablesSection.tsx';
import { WORDS } from './words.ts';

/** All proofs on one page: measured runs beside their twins, one's own log, published numbers, and whether prediction helps. */
export default function EvidencePage() {
  useEffect(() => {
    enterEvidence();
    return leaveEvidence;
  }, []);
  const notice = useEvidence((state) => state.notice);
  return (
    <>
      <NoticeBar notice={notice} dismiss={evidenceStore.getState().actions.dismissNotice} />
      <div className={styles.page} data-regions="flow">
        <h1 className={styles.title}>{WORDS.page}</h1>
        <SectionList />
        <div className={styles.sections}>
          <MachineSection />
          <LogSection />
          <TablesSection />
          <ReferenceSection />
          <PublishedSection />
          <PredictionSection />
          <SpeedSection />
        </div>
      </div>
    </>
  );
}
