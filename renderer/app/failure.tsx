import { Component } from 'react';
import type { ReactNode } from 'react';
import { wordsIn } from '../i18n/words.tsx';

interface FailureProps {
  readonly children: ReactNode;
}

interface FailureState {
  readonly error: unknown;
}

/** What is left when the window itself fails: it says so, and can begin anew. Nothing in the archive is touched. */
export class Failure extends Component<FailureProps, FailureState> {
  override state: FailureState = { error: null };

  static getDerivedStateFromError(error: unknown): FailureState {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    const { t } = wordsIn(document.documentElement.lang === 'en' ? 'en' : 'sv');
    return (
      <main className="broken">
        <h1>{t('broken.title')}</h1>
        <p>{t('broken.said')}</p>
        <p className="code">{this.state.error instanceof Error ? this.state.error.message : ''}</p>
        <button type="button" className="button button-main" onClick={() => this.setState({ error: null })}>
          {t('broken.again')}
        </button>
      </main>
    );
  }
}
