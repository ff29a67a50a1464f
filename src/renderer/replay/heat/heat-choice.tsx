import type { HeatProfile } from '../../../shared/games/profile.ts';
import type { HeatAnswer } from '../../heat/heat-messages.ts';
/** One selection of the heatmap: what is counted, and of whom. */
import { Select } from '../../ui/select.tsx';
import type { LoadedSession } from '../playback/types.ts';
import type { HeatChoice } from '../replay-view.ts';
import styles from './heat.module.css';

export interface HeatChoiceFieldsProps {
  /** Before the names of its fields, where there are two of them: "Less: ". */
  readonly prefix: string;
  readonly choice: HeatChoice;
  readonly kinds: readonly HeatProfile[];
  readonly kind: HeatProfile | null;
  readonly session: LoadedSession;
  readonly answer: HeatAnswer | null;
  readonly onChange: (choice: HeatChoice) => void;
}

const ALL = '';

export function HeatChoiceFields({ prefix, choice, kinds, kind, session, answer, onChange }: HeatChoiceFieldsProps) {
  const { profile, entities, strings } = session;
  const people = named(answer?.people ?? [], choice.who === 'chosen' ? null : choice.who, (id) => entities[id]?.name ?? '');
  const roles = named(answer?.roles ?? [], choice.role, (id) => strings[id] ?? '');
  const weapons = named(answer?.weapons ?? [], choice.weapon, (id) => strings[id] ?? '');
  const number = (id: string): number | null => (id === ALL ? null : Number(id));
  return (
    <>
      <Row label="What">
        <Select
          label={`${prefix}What`}
          value={kind?.id ?? ''}
          options={kinds}
          onChoose={(id) => onChange({ kind: id, team: choice.team, who: choice.who, role: null, weapon: null })}
        />
      </Row>
      <Row label="Team">
        <Select
          label={`${prefix}Team`}
          value={choice.team === null ? ALL : String(choice.team)}
          options={[{ id: ALL, label: 'All' }, ...profile.teams.map(({ label }, i) => ({ id: String(i), label }))]}
          onChoose={(id) => onChange({ ...choice, team: number(id) })}
        />
      </Row>
      <Row label="By">
        <Select
          label={`${prefix}By whom`}
          value={choice.who === null ? ALL : String(choice.who)}
          options={[{ id: ALL, label: 'Everybody' }, { id: 'chosen', label: 'The chosen one' }, ...people]}
          onChoose={(id) => onChange({ ...choice, who: id === 'chosen' ? id : number(id) })}
        />
      </Row>
      {roles.length > 0 && (
        <Row label="Role">
          <Select
            label={`${prefix}Role`}
            value={choice.role === null ? ALL : String(choice.role)}
            options={[{ id: ALL, label: 'All' }, ...roles]}
            onChoose={(id) => onChange({ ...choice, role: number(id) })}
          />
        </Row>
      )}
      {weapons.length > 0 && (
        <Row label="Weapon">
          <Select
            label={`${prefix}Weapon`}
            value={choice.weapon === null ? ALL : String(choice.weapon)}
            options={[{ id: ALL, label: 'All' }, ...weapons]}
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
