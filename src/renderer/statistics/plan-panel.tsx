/** The heatmap of a page: what is counted, on which map, as heat or as dots that lead to their moments. */
import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { decodeHeatPoints } from '../../shared/career-heat.ts';
import type { CareerChoice } from '../../shared/career.ts';
import { go } from '../app/app-store.ts';
import { themeStore } from '../app/looks.ts';
import { useEngine } from '../engine/engine-context.tsx';
import { DASH, formatClock } from '../ui/format.ts';
import { Menu } from '../ui/menu.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useWords } from '../words/words.ts';
import { ChoiceMenu } from './filters.tsx';
import { Panel } from './panel.tsx';
import { PlanHeatmap } from './plan-heatmap.tsx';
import { AnswerState } from './states.tsx';
import { useAnswer } from './use-answer.ts';
import { useStatistics } from './use-career.ts';
import styles from './statistics.module.css';

export interface PlanPanelProps {
  /** CareerPlayerRef.id; everybody when left out. */
  readonly player?: string;
  /** CareerChoice.id: opened first; else the map that was played most. */
  readonly firstMap?: string | undefined;
  /** This session alone, on its map. */
  readonly session?: { readonly id: string; readonly map: string; readonly title: string };
  readonly area?: string;
}

export function PlanPanel({ player, firstMap, session, area }: PlanPanelProps) {
  const client = useEngine();
  const { at, game, filter, version } = useStatistics();
  const says = useWords().statistics.plan;
  const light = useStore(themeStore, ({ theme }) => theme === 'light');
  const [look, setLook] = useState<'heat' | 'dots'>('heat');
  const [chosenKind, setKind] = useState<string | null>(null);
  const [chosenMap, setMap] = useState<string | null>(null);
  const [team, setTeam] = useState<string | null>(null);
  const kind = game.heat.find(({ id }) => id === chosenKind) ?? game.heat[0];
  const most = useMemo(() => mostPlayed(game.maps), [game.maps]);
  const map = session?.map ?? at.filter.world ?? chosenMap ?? firstMap ?? most?.id ?? null;
  const key = JSON.stringify({
    filter: { ...(session === undefined ? filter : { game: game.game, bots: true }), ...(map === null ? {} : { map }) },
    kind: kind?.id ?? '',
    ...(player === undefined ? {} : { player }),
    ...(team === null ? {} : { team }),
    ...(session === undefined ? {} : { sessions: [session.id] }),
  });
  const ask = useCallback(
    async () => decodeHeatPoints(await client.call('career.heat', JSON.parse(key) as Parameters<typeof client.call<'career.heat'>>[1])),
    // oxlint-disable-next-line react/exhaustive-deps -- another version is another question
    [client, key, version],
  );
  const answer = useAnswer(kind === undefined || map === null ? null : ask);
  const { data } = answer;
  const titles = useSessionTitles(session);
  if (kind === undefined || map === null) return null;
  const label = game.maps.find(({ id }) => id === map)?.label ?? map;
  return (
    <Panel
      title={kind.label}
      about={label}
      {...(area === undefined ? {} : { area })}
      end={
        <Segmented
          label={says.look}
          value={look}
          options={[
            { id: 'heat', label: says.heat },
            { id: 'dots', label: says.dots },
          ]}
          onChoose={setLook}
        />
      }
    >
      <AnswerState answer={answer} />
      <div className={styles.planBox}>
        <div className={styles.planTools}>
          <Menu
            label={kind.label}
            name={says.kind}
            items={game.heat.map(({ id, label: name }) => ({ id, label: name, checked: id === kind.id, run: () => setKind(id) }))}
          />
          {session === undefined && at.filter.world === null && (
            <Menu
              label={label}
              name={says.map}
              items={game.maps.map(({ id, label: name }) => ({ id, label: name, checked: id === map, run: () => setMap(id) }))}
            />
          )}
          {game.teams.length > 1 && (
            <ChoiceMenu name={says.team} all={says.allTeams} choices={game.teams} value={team} onChoose={setTeam} />
          )}
        </div>
        {data !== null && (
          <PlanHeatmap
            label={`${kind.label}, ${label}`}
            game={game.game}
            world={map}
            place={data.position}
            unit={kind.unit}
            look={look}
            light={light}
            describe={(point) => says.dot(titles(data.sessions[data.session[point] ?? 0] ?? ''), formatClock(data.t[point] ?? 0))}
            onOpen={(point) => {
              const sessionId = data.sessions[data.session[point] ?? 0];
              if (sessionId !== undefined) go({ place: 'replay', sessionId, moment: { t: data.t[point] ?? 0, follow: null } });
            }}
          />
        )}
      </div>
    </Panel>
  );
}

function mostPlayed(maps: readonly CareerChoice[]): CareerChoice | undefined {
  return maps.toSorted((a, b) => b.sessions - a.sessions)[0];
}

/** Titles of sessions as they are asked for. */
function useSessionTitles(session: PlanPanelProps['session']): (id: string) => string {
  const client = useEngine();
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  const [asked] = useState(() => new Set<string>());
  return (id) => {
    if (id === session?.id) return session.title;
    const known = titles.get(id);
    if (known === undefined && id !== '' && !asked.has(id)) {
      asked.add(id);
      client.call('sessions.get', { id }).then(
        ({ row }) => setTitles((before) => new Map(before).set(id, row.title)),
        () => undefined, // a dot without its title is still a dot
      );
    }
    return known ?? DASH;
  };
}
