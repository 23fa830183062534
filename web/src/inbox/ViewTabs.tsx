import type { KeyboardEvent } from 'react';
import { useConversations } from '../api/queries';
import type { View } from '../api/types';
import { useDeskState } from '../shell/deskState';
import css from './ViewTabs.module.css';

const TABS: { view: View; label: string }[] = [
  { view: 'mine', label: 'Mine' },
  { view: 'queue', label: 'Queue' },
  { view: 'all', label: 'All' },
  { view: 'closed', label: 'Resolved' },
];

export function ViewTabs() {
  const { view, setView, q } = useDeskState();
  const counts = useConversations(view, q).data?.pages[0]?.counts;
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const next = TABS[(TABS.findIndex((tab) => tab.view === view) + by + TABS.length) % TABS.length]!;
    setView(next.view);
    document.getElementById(`tab-${next.view}`)?.focus();
  };
  return (
    <div className={css.tabs} role="tablist" aria-label="Which conversations" onKeyDown={onKeyDown}>
      {TABS.map((tab) => (
        <button
          key={tab.view}
          id={`tab-${tab.view}`}
          type="button"
          role="tab"
          className={css.tab}
          aria-selected={tab.view === view}
          aria-controls="conversation-list"
          tabIndex={tab.view === view ? 0 : -1}
          onClick={() => setView(tab.view)}
          data-testid={`tab-${tab.view}`}
        >
          {tab.label}
          {tab.view !== 'closed' && counts && (
            <span className={css.count} data-hot={(tab.view === 'mine' && counts.mine_unread > 0) || undefined}>
              {counts[tab.view].toLocaleString('en-GB')}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
