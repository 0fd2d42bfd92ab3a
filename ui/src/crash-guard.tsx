import { Component, type ReactNode } from 'react';
import { Button, EmptyState } from './components';
import { useT } from './i18n';

/** A screen that fails takes nothing else with it. */
export class CrashGuard extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <Crashed onReopen={() => this.setState({ failed: false })} />;
  }
}

function Crashed({ onReopen }: { onReopen: () => void }) {
  const t = useT();
  return (
    <div role="alert" className="m-auto max-w-lg pt-24">
      <h1 className="text-center text-title font-bold">{t('crash.title')}</h1>
      <EmptyState text={t('crash.text')} action={<Button onPress={onReopen}>{t('action.retry')}</Button>} />
    </div>
  );
}
