/** Catches what breaks inside one place, so that the rest of the window stays usable. */
import { Component, type ReactNode } from 'react';
import { sentenceOf } from '../engine/api-error.ts';
import { Button } from '../ui/button.tsx';
import { words } from '../words/words.ts';
import styles from './shell.module.css';

interface State {
  readonly failure: string | null;
}

export class PageBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failure: null };

  static getDerivedStateFromError(error: unknown): State {
    return { failure: sentenceOf(error) };
  }

  override render(): ReactNode {
    if (this.state.failure === null) return this.props.children;
    const { shell } = words();
    return (
      <div className={styles.broken} role="alert">
        <p>{shell.broken(this.state.failure)}</p>
        <Button kind="outline" onClick={() => this.setState({ failure: null })}>
          {shell.showAgain}
        </Button>
      </div>
    );
  }
}
