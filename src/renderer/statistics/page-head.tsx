/** The head of a statistics page: what it is about, its filters, what can be done with it. */
import type { ReactNode } from 'react';
import { useCommands } from '../app/commands.ts';
import { useStatus } from '../app/status-bar.tsx';
import { formatCount } from '../ui/format.ts';
import { Menu } from '../ui/menu.tsx';
import { notify } from '../ui/notices.tsx';
import { useWords } from '../words/words.ts';
import { saveCsv, saveJson, type ExportTable } from './export-view.ts';
import { useStatistics } from './use-career.ts';
import { usePageTitle } from './use-page-title.ts';
import styles from './statistics.module.css';

/** What a page gives to those who want its numbers elsewhere. */
interface Exported {
  readonly name: string;
  readonly tables: () => readonly ExportTable[] | Promise<readonly ExportTable[]>;
  readonly json: () => unknown;
}

export interface PageHeadProps {
  readonly title: string;
  /** Small, behind the title: "3rd of 412". */
  readonly plate?: ReactNode;
  readonly about?: string;
  readonly children?: ReactNode;
  /** Null while there is nothing to export. */
  readonly exported: Exported | null;
  /** ms from question to answer. */
  readonly took: number | null;
}

export function PageHead({ title, plate, about, children, exported, took }: PageHeadProps) {
  const says = useWords().statistics;
  const { game } = useStatistics();
  usePageTitle(`${title}, ${says.title}`);
  useStatus([
    ...(game.pending > 0 ? [says.states.pending(says.matchesOf(game.pending, formatCount(game.pending)))] : []),
    says.states.counted(says.matchesOf(game.sessions, formatCount(game.sessions))),
    ...(took === null ? [] : [says.states.answer(`${formatCount(Math.max(1, Math.round(took)))}\u00a0ms`)]),
  ]);
  const csv = async (): Promise<void> => {
    if (exported === null) return;
    saveCsv(exported.name, await exported.tables());
    notify({ text: says.export.saved(`${exported.name}.csv`) });
  };
  const json = async (): Promise<void> => {
    if (exported === null) return;
    saveJson(exported.name, await exported.json());
    notify({ text: says.export.saved(`${exported.name}.json`) });
  };
  const can = (): boolean => exported !== null;
  useCommands([
    { id: 'statistics.export', title: says.commands.export, icon: 'download', keys: '$mod+e', run: () => void csv(), when: can },
    { id: 'statistics.exportJson', title: says.commands.exportJson, icon: 'download', run: () => void json(), when: can },
  ]);
  return (
    <header className={styles.head}>
      <div className={styles.headText}>
        <div className={styles.titleLine}>
          <h1 title={title}>{title}</h1>
          {plate}
        </div>
        {about !== undefined && <p title={about}>{about}</p>}
      </div>
      <div className={styles.headEnd}>
        {children}
        {exported !== null && (
          <Menu
            label={says.export.label}
            icon="download"
            kind="quiet"
            size="medium"
            align="end"
            items={[
              { id: 'csv', label: says.export.csv, hint: 'Ctrl E', run: () => void csv() },
              { id: 'json', label: says.export.json, run: () => void json() },
            ]}
          />
        )}
      </div>
    </header>
  );
}
