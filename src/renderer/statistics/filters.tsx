/** The filters of what is shown, each a menu that says what it is set to. What is set stands in the address. */
import type { CareerChoice } from '../../shared/career.ts';
import { formatCount } from '../ui/format.ts';
import { Menu } from '../ui/menu.tsx';
import { useWords } from '../words/words.ts';
import { NO_FILTER, PERIODS } from './statistics-route.ts';
import { changeFilter, useStatistics } from './use-career.ts';
import styles from './statistics.module.css';

type Kind = 'period' | 'world' | 'weapon' | 'server' | 'bots';

export function Filters({ without = [] }: { readonly without?: readonly Kind[] }) {
  const { at, game } = useStatistics();
  const says = useWords().statistics.filters;
  const { filter } = at;
  const shows = (kind: Kind): boolean => !without.includes(kind);
  return (
    <div className={styles.filters} role="group" aria-label={says.name}>
      {shows('period') && (
        <Menu
          label={says.periods[filter.period]}
          name={says.period}
          isSet={filter.period !== NO_FILTER.period}
          items={PERIODS.toReversed().map((period) => ({
            id: period,
            label: says.periods[period],
            checked: period === filter.period,
            run: () => changeFilter(at, { period }),
          }))}
        />
      )}
      {shows('world') && (
        <ChoiceMenu
          name={says.map}
          all={says.allMaps}
          choices={game.maps}
          value={filter.world}
          onChoose={(world) => changeFilter(at, { world })}
        />
      )}
      {shows('weapon') && game.weapons.length > 0 && (
        <ChoiceMenu
          name={says.weapon}
          all={says.allWeapons}
          choices={game.weapons}
          value={filter.weapon}
          onChoose={(weapon) => changeFilter(at, { weapon })}
        />
      )}
      {shows('server') && game.servers.length > 0 && (
        <ChoiceMenu
          name={says.server}
          all={says.allServers}
          choices={game.servers}
          value={filter.server}
          onChoose={(server) => changeFilter(at, { server })}
        />
      )}
      {shows('bots') && game.hasBots && (
        <Menu
          label={filter.bots ? says.withBots : says.withoutBots}
          name={says.bots}
          isSet={filter.bots}
          items={[false, true].map((bots) => ({
            id: String(bots),
            label: bots ? says.withBots : says.withoutBots,
            checked: bots === filter.bots,
            run: () => changeFilter(at, { bots }),
          }))}
        />
      )}
    </div>
  );
}

export interface ChoiceMenuProps {
  readonly name: string;
  /** What null is called. */
  readonly all: string;
  readonly choices: readonly CareerChoice[];
  readonly value: string | null;
  readonly onChoose: (id: string | null) => void;
}

export function ChoiceMenu({ name, all, choices, value, onChoose }: ChoiceMenuProps) {
  return (
    <Menu
      label={value === null ? all : (choices.find(({ id }) => id === value)?.label ?? value)}
      name={name}
      isSet={value !== null}
      items={[
        { id: '', label: all, checked: value === null, run: () => onChoose(null) },
        ...choices.map(({ id, label, sessions }) => ({
          id,
          label,
          hint: formatCount(sessions),
          checked: id === value,
          run: () => onChoose(id),
        })),
      ]}
    />
  );
}
