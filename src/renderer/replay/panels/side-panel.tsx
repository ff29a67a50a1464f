/** Beside the stage: the chosen one, and below it the events, the highlights, what was said, or the statistics. */
import { Tabs } from '@base-ui/react/tabs';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../../words/words.ts';
import { NotesPanel } from '../annotations/notes-panel.tsx';
import { HighlightList } from '../highlights/highlight-list.tsx';
import type { ReelStore } from '../highlights/reel.ts';
import { useSessionValue } from '../playback/use-session.ts';
import { useReplay } from '../replay-context.tsx';
import { Chat, hasTalk } from './chat.tsx';
import { EventList } from './event-list.tsx';
import { Inspector } from './inspector.tsx';
import { StatisticsPanel, type StatisticsChoice } from './statistics/statistics-panel.tsx';
import styles from './side-panel.module.css';

/** large: the statistics lie over the stage, the side shows events. */
export type SideView = 'events' | 'highlights' | 'notes' | 'chat' | 'statistics' | 'large';

export interface SidePanelProps {
  readonly view: SideView;
  readonly onView: (view: SideView) => void;
  readonly choice: StatisticsChoice;
  readonly onChoice: (choice: StatisticsChoice) => void;
  readonly reel: ReelStore;
}

export function SidePanel({ view, onView, choice, onChoice, reel }: SidePanelProps) {
  const { notes, timeline } = useWords();
  const talks = useSessionValue(useReplay().playback, hasTalk);
  const { side } = timeline;
  const tabs: readonly { readonly value: SideView; readonly label: string; readonly icon: string }[] = [
    { value: 'events', label: side.events, icon: 'list' },
    { value: 'highlights', label: timeline.highlights.title, icon: 'star' },
    ...(talks ? [{ value: 'chat', label: side.chat, icon: 'message-square' } as const] : []),
    { value: 'notes', label: notes.panel.tab, icon: 'bookmark' },
    { value: 'statistics', label: side.statistics, icon: 'hash' },
  ];
  return (
    <div className={styles.side}>
      <div className={styles.chosen}>
        <Inspector />
      </div>
      <Tabs.Root
        className={styles.root}
        value={view === 'large' || (view === 'chat' && !talks) ? 'events' : view}
        onValueChange={(value: SideView) => onView(value)}
      >
        <Tabs.List className={styles.tabs} aria-label={timeline.side.title}>
          {tabs.map(({ value, label, icon }) => (
            <Tabs.Tab key={value} className={styles.tab} value={value} aria-label={label} title={label}>
              <Icon name={icon} size={14} />
              <span className={styles.label}>{label}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel className={styles.content} value="events" tabIndex={-1}>
          <EventList />
        </Tabs.Panel>
        <Tabs.Panel className={styles.content} value="highlights" tabIndex={-1}>
          <HighlightList reel={reel} />
        </Tabs.Panel>
        {talks && (
          <Tabs.Panel className={styles.content} value="chat" tabIndex={-1}>
            <Chat />
          </Tabs.Panel>
        )}
        <Tabs.Panel className={styles.content} value="notes" tabIndex={-1}>
          <NotesPanel />
        </Tabs.Panel>
        <Tabs.Panel className={styles.content} value="statistics" tabIndex={-1}>
          <StatisticsPanel large={false} onLarge={() => onView('large')} choice={choice} onChoice={onChoice} />
        </Tabs.Panel>
      </Tabs.Root>
    </div>
  );
}
