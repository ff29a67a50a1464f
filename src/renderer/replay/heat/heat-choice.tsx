/** One selection of the heatmap: what is counted, and of whom. */
import type { HeatProfile } from '../../../shared/games/profile.ts';
import type { HeatAnswer } from '../../heat/heat-messages.ts';
import { Select } from '../../ui/select.tsx';
import { useWords } from '../../words/words.ts';
import type { LoadedSession } from '../playback/types.ts';
import type { HeatChoice } from '../replay-view.ts';
import styles from './heat.module.css';

export interface HeatChoiceFieldsProps {
  /** It is taken away from another one: its fields are named so. */
  readonly isLess?: boolean;
  readonly choice: HeatChoice;
  readonly kinds: readonly HeatProfile[];
  readonly kind: HeatProfile | null;
  readonly session: LoadedSession;
  readonly answer: HeatAnswer | null;
  readonly onChange: (choice: HeatChoice) => void;
}

const ALL = '';

export function HeatChoiceFields({ isLess = false, choice, kinds, kind, session, answer, onChange }: HeatChoiceFieldsProps) {
  const says = useWords().heat;
  const name = (field: string): string => (isLess ? says.less(field) : field);
  const { profile, entities, strings } = session;
  const people = named(answer?.people ?? [], choice.who === 'chosen' ? null : choice.who, (id) => entities[id]?.name ?? '');
  const roles = named(answer?.roles ?? [], choice.role, (id) => strings[id] ?? '');
  const weapons = named(answer?.weapons ?? [], choice.weapon, (id) => strings[id] ?? '');
  const number = (id: string): number | null => (id === ALL ? null : Number(id));
  return (
    <>
      <Row label={says.what}>
        <Select
          label={name(says.what)}
          value={kind?.id ?? ''}
          options={kinds}
          onChoose={(id) => onChange({ kind: id, team: choice.team, who: choice.who, role: null, weapon: null })}
        />
      </Row>
      <Row label={says.team}>
        <Select
          label={name(says.team)}
          value={choice.team === null ? ALL : String(choice.team)}
          options={[{ id: ALL, label: says.all }, ...profile.teams.map(({ label }, i) => ({ id: String(i), label }))]}
          onChoose={(id) => onChange({ ...choice, team: number(id) })}
        />
      </Row>
      <Row label={says.by}>
        <Select
          label={name(says.byWhom)}
          value={choice.who === null ? ALL : String(choice.who)}
          options={[{ id: ALL, label: says.everybody }, { id: 'chosen', label: says.chosen }, ...people]}
          onChoose={(id) => onChange({ ...choice, who: id === 'chosen' ? id : number(id) })}
        />
      </Row>
      {roles.length > 0 && (
        <Row label={says.role}>
          <Select
            label={name(says.role)}
            value={choice.role === null ? ALL : String(choice.role)}
            options={[{ id: ALL, label: says.all }, ...roles]}
            onChoose={(id) => onChange({ ...choice, role: number(id) })}
          />
        </Row>
      )}
      {weapons.length > 0 && (
        <Row label={says.weapon}>
          <Select
            label={name(says.weapon)}
            value={choice.weapon === null ? ALL : String(choice.weapon)}
            options={[{ id: ALL, label: says.all }, ...weapons]}
            onChoose={(id) => onChange({ ...choice, weapon: number(id) })}
          />
        </Row>
      )}
    </>
  );
}

export function Row({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      {children}
    </div>
  );
}

/** By name; what is chosen stays in the list even when there is nothing of it now. */
function named(ids: readonly number[], chosen: number | null, name: (id: number) => string): { id: string; label: string }[] {
  const all = chosen === null || ids.includes(chosen) ? ids : [...ids, chosen];
  return all
    .map((id) => ({ id: String(id), label: name(id) }))
    .filter(({ label }) => label !== '')
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
