/** Beside the stage: the chosen one, and below it either the events or the statistics. */
import { Tabs } from '@base-ui/react/tabs';
import { EventList } from './event-list.tsx';
import { Inspector } from './inspector.tsx';
import { StatisticsPanel, type StatisticsChoice } from './statistics/statistics-panel.tsx';
import styles from './side-panel.module.css';

/** large: the statistics lie over the stage, the side shows events. */
export type SideView = 'events' | 'statistics' | 'large';

export interface SidePanelProps {
  readonly view: SideView;
  readonly onView: (view: SideView) => void;
  readonly choice: StatisticsChoice;
  readonly onChoice: (choice: StatisticsChoice) => void;
}

export function SidePanel({ view, onView, choice, onChoice }: SidePanelProps) {
  return (
    <div className={styles.side}>
      <div className={styles.chosen}>
        <Inspector />
      </div>
      <Tabs.Root
        className={styles.root}
        value={view === 'statistics' ? 'statistics' : 'events'}
        onValueChange={(value) => onView(value === 'statistics' ? 'statistics' : 'events')}
      >
        <Tabs.List className={styles.tabs} aria-label="Beside the stage">
          <Tabs.Tab className={styles.tab} value="events">
            Events
          </Tabs.Tab>
          <Tabs.Tab className={styles.tab} value="statistics">
            Statistics
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel className={styles.content} value="events" tabIndex={-1}>
          <EventList />
        </Tabs.Panel>
        <Tabs.Panel className={styles.content} value="statistics" tabIndex={-1}>
          <StatisticsPanel large={false} onLarge={() => onView('large')} choice={choice} onChoice={onChoice} />
        </Tabs.Panel>
      </Tabs.Root>
    </div>
  );
}
