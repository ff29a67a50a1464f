/** What the director says of its cuts: on whom, because of what, and what comes next. */
import { EVENT_IMPORTANCE, EVENT_TYPES } from '../../../shared/session/event-types.ts';
import { formatClock } from '../../ui/format.ts';
import { words } from '../../words/words.ts';
import { eventWords, joined } from '../panels/event-words.ts';
import type { LoadedSession } from '../playback/types.ts';
import type { Cut } from './cut-list.ts';

/** More are everybody, when nothing happens. */
const MOST_NAMED = 3;

/** "Shot on Ruiz and Petrov, because of a kill" */
export function cutTitle(session: LoadedSession, cut: Cut): string {
  const { director } = words();
  const shot = shotWords(session, cut);
  return cut.event < 0 ? director.quietShot(shot) : director.because(shot, reasonOf(session, cut.event).because);
}

/** "Kill at 0:47:12.4, importance 3." */
export function cutReason(session: LoadedSession, { event }: Cut): string {
  const { director } = words();
  if (event < 0) return director.quiet;
  const { events, info } = session;
  const importance = EVENT_IMPORTANCE[events.type[event] ?? 0] ?? 0;
  return director.event(reasonOf(session, event).name, formatClock(events.t[event] ?? 0, info.durationMs), String(importance));
}

/** Why there will be another cut: "Voss kills Zamani". */
export function cutNews(session: LoadedSession, cut: Cut): string {
  return cut.event < 0 ? shotWords(session, cut) : joined(eventWords(session, cut.event, null).text);
}

function reasonOf({ events }: LoadedSession, event: number): { readonly because: string; readonly name: string } {
  const { reasons } = words().director;
  const type = EVENT_TYPES[events.type[event] ?? 0];
  return type !== undefined && Object.hasOwn(reasons, type) ? reasons[type as keyof typeof reasons] : reasons.other;
}

function shotWords(session: LoadedSession, { subjects, preset, event }: Cut): string {
  const { director } = words();
  const [one, other, ...more] = subjects.map((entity) => nameOf(session, entity));
  const view = preset === null ? undefined : session.profile.cameras.find(({ id }) => id === preset)?.label;
  if (view !== undefined) {
    if (one === undefined) return view;
    if (other === undefined) return director.presetOn(view, one);
    return director.presetOn(view, more.length === 0 ? director.and(one, other) : director.andMore(one, other, String(more.length)));
  }
  if (one === undefined || (event < 0 && subjects.length > MOST_NAMED)) return director.everybody;
  if (other === undefined) return director.on1(one);
  return more.length === 0 ? director.on2(one, other) : director.onMany(one, other, String(more.length));
}

function nameOf({ entities, profile }: LoadedSession, entity: number): string {
  const info = entities[entity];
  if (info === undefined) return '';
  return info.name === '' ? profile.kinds[info.kind].label : info.name;
}
