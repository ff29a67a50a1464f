/** Where somebody hits, and is hit. */
import { useState } from 'react';
import { useStore } from 'zustand';
import type { CareerBody } from '../../shared/career.ts';
import { themeStore } from '../app/looks.ts';
import { Segmented } from '../ui/segmented.tsx';
import { useWords } from '../words/words.ts';
import { hitsOf } from './body-hits.ts';
import { HitFigure } from './hit-figure.tsx';
import { Panel } from './panel.tsx';
import { statWords } from './stat-words.ts';

export function BodyPanel({ bodies, area }: { readonly bodies: readonly CareerBody[]; readonly area?: string }) {
  const says = useWords().statistics.body;
  const light = useStore(themeStore, ({ theme }) => theme === 'light');
  const options = bodies.flatMap((body, i) => body.columns.map((column, at) => ({ id: `${i} ${column.id}`, body, at, column })));
  const [chosen, setChosen] = useState<string | null>(null);
  const option = options.find(({ id }) => id === chosen) ?? options[0];
  if (option === undefined) return null;
  return (
    <Panel
      title={option.body.title}
      {...(area === undefined ? {} : { area })}
      end={
        options.length > 1 && (
          <Segmented
            label={says.which}
            value={option.id}
            options={options.map(({ id, column }) => ({ id, label: column.short }))}
            onChoose={setChosen}
          />
        )
      }
    >
      <HitFigure
        label={`${option.body.title}, ${option.column.label}`}
        hits={hitsOf(option.body, option.at, says.parts)}
        light={light}
        percent={(share) => statWords(share, { format: 'share', unit: '' })}
      />
    </Panel>
  );
}
