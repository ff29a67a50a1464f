/** A table of a page: its first rows, all of them when somebody asks. */
import { useMemo, useState } from 'react';
import type { CareerTable } from '../../shared/career.ts';
import { PROFILES } from '../../shared/games/profiles.ts';
import { teamVariable } from '../ui/team-colours.ts';
import { linkOf } from './link-of.ts';
import { Panel } from './panel.tsx';
import { MoreRows, StatTable, type StatTableRow } from './stat-table.tsx';
import { useStatistics } from './use-career.ts';

const MOST = 10;

export interface TablePanelProps {
  readonly table: CareerTable;
  readonly area?: string;
  /** At first; ten when left out. */
  readonly most?: number;
}

export function TablePanel({ table, area, most = MOST }: TablePanelProps) {
  const [isAll, setAll] = useState(false);
  const rows = useTableRows(table);
  return (
    <Panel
      title={table.title}
      about={table.about}
      {...(area === undefined ? {} : { area })}
      end={<MoreRows count={rows.length} most={most} isAll={isAll} onAll={setAll} />}
    >
      <StatTable
        label={table.title}
        rowLabel={table.rowLabel}
        columns={table.columns}
        rows={rows}
        {...(table.bar === undefined ? {} : { bar: table.bar })}
        most={isAll ? rows.length : most}
        isNarrow
      />
    </Panel>
  );
}

export function useTableRows({ rows }: CareerTable): readonly StatTableRow[] {
  const { at, game } = useStatistics();
  return useMemo(
    () =>
      rows.map(({ label, note, team, link, values }, i): StatTableRow => {
        const colour = PROFILES[game.game]?.teams.find(({ id }) => id === team)?.colour;
        return {
          key: link === null ? `${i} ${label}` : `${link.kind} ${link.id}`,
          label,
          ...(note === undefined ? {} : { note }),
          ...(colour === undefined ? {} : { colour: teamVariable(colour) }),
          href: link === null ? null : linkOf(at, link),
          values,
        };
      }),
    [rows, at, game.game],
  );
}
