import { Drawer } from '@mantine/core';
import { useLocation } from 'react-router';
import { DeskCases } from '../cases/DeskCases';
import { ConversationPane } from '../conversation/ConversationPane';
import { ContextPane } from '../conversation/context/ContextPane';
import { DeskDialogs } from '../conversation/dialogs/DeskDialogs';
import { Inbox } from '../inbox/Inbox';
import { OfferCard } from '../offers/OfferCard';
import { useIsNarrow, useIsWide } from '../ui/media';
import { DeskContext } from './deskState';
import css from './DeskPage.module.css';
import { LineBanner } from './LineBanner';
import { Nothing } from './Nothing';
import { Rail } from './Rail';
import { useDesk } from './useDesk';

/** List, thread, details: as many side by side as there is room for. */
export function DeskPage() {
  const state = useDesk();
  const { conversationId, detail, contextOpen, setContextOpen, offers, unread } = state;
  const narrow = useIsNarrow();
  const wide = useIsWide();
  const inCases = useLocation().pathname.startsWith('/cases');
  const inColumn = wide && contextOpen && conversationId !== '';
  return (
    <DeskContext value={state}>
      <title>{titleOf(offers.length, unread, inCases ? 'Cases' : detail?.contact.name)}</title>
      <div className={css.desk} data-details={inColumn || undefined} data-open={conversationId !== '' || undefined}>
        {!narrow && <Rail />}
        {inCases && <DeskCases />}
        {!inCases && (!narrow || !conversationId) && <Inbox />}
        {!inCases && (!narrow || conversationId) && (
          <main className={css.thread}>
            <LineBanner />
            {conversationId ? <ConversationPane key={conversationId} id={conversationId} /> : <Nothing />}
          </main>
        )}
        {inColumn && (
          <aside className={css.details} aria-label="Customer">
            <ContextPane id={conversationId} />
          </aside>
        )}
      </div>
      {!wide && (
        <Drawer
          opened={contextOpen && conversationId !== ''}
          onClose={() => setContextOpen(false)}
          position="right"
          size={360}
          padding={0}
          withCloseButton={false}
          attributes={{ content: { 'aria-label': 'Customer' } }}
        >
          <ContextPane id={conversationId} onClose={() => setContextOpen(false)} />
        </Drawer>
      )}
      <OfferCard />
      <DeskDialogs />
    </DeskContext>
  );
}

function titleOf(offers: number, unread: number, name: string | undefined): string {
  if (offers > 0) return '● New offer · parley';
  const count = unread > 0 ? `(${unread}) ` : '';
  return name ? `${count}${name} · parley` : `${count}parley`;
}
