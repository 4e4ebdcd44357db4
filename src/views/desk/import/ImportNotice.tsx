import { importStore, useImport } from '../../../store/import/store.ts';
import { NoticeBar } from '../../shared/NoticeBar.tsx';

/** What became of a single thing that was brought along, told over the workspace. */
export default function ImportNotice() {
  const notice = useImport((state) => state.notice);
  return <NoticeBar notice={notice} dismiss={importStore.getState().actions.dismissNotice} />;
}
