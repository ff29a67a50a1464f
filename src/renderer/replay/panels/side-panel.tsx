/** Beside the stage: the chosen one, and below it the events, what was said, or the statistics. */
import { Tabs } from '@base-ui/react/tabs';
import { useSessionValue } from '../playback/use-session.ts';
import { useReplay } from '../replay-context.tsx';
import { Chat, hasTalk } from './chat.tsx';
import { EventList } from './event-list.tsx';
import { Inspector } from './inspector.tsx';
import { StatisticsPanel, type StatisticsChoice } from './statistics/statistics-panel.tsx';
import styles from './side-panel.module.css';

/** large: the statistics lie over the stage, the side shows events. */
export type SideView = 'events' | 'chat' | 'statistics' | 'large';

export interface SidePanelProps {
  readonly view: SideView;
  readonly onView: (view: SideView) => void;
  readonly choice: StatisticsChoice;
  readonly onChoice: (choice: StatisticsChoice) => void;
}

export function SidePanel({ view, onView, choice, onChoice }: SidePanelProps) {
  const talks = useSessionValue(useReplay().playback, hasTalk);
  return (
    <div className={styles.side}>
      <div className={styles.chosen}>
        <Inspector />
      </div>
      <Tabs.Root
        className={styles.root}
        value={view === 'statistics' || (view === 'chat' && talks) ? view : 'events'}
        onValueChange={(value: unknown) => onView(value === 'statistics' || value === 'chat' ? value : 'events')}
      >
        <Tabs.List className={styles.tabs} aria-label="Beside the stage">
          <Tabs.Tab className={styles.tab} value="events">
            Events
          </Tabs.Tab>
          {talks && (
            <Tabs.Tab className={styles.tab} value="chat">
              Chat
            </Tabs.Tab>
          )}
          <Tabs.Tab className={styles.tab} value="statistics">
            Statistics
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel className={styles.content} value="events" tabIndex={-1}>
          <EventList />
        </Tabs.Panel>
        {talks && (
          <Tabs.Panel className={styles.content} value="chat" tabIndex={-1}>
            <Chat />
          </Tabs.Panel>
        )}
        <Tabs.Panel className={styles.content} value="statistics" tabIndex={-1}>
          <StatisticsPanel large={false} onLarge={() => onView('large')} choice={choice} onChoice={onChoice} />
        </Tabs.Panel>
      </Tabs.Root>
    </div>
  );
}
