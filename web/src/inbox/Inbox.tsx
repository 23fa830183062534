import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { LineBanner } from '../shell/LineBanner';
import { useDeskState } from '../shell/deskState';
import { UserMenu } from '../shell/UserMenu';
import { Kbd } from '../ui/Kbd';
import { useIsNarrow } from '../ui/media';
import { ConversationList } from './ConversationList';
import css from './Inbox.module.css';
import { PresenceSwitch } from './PresenceSwitch';
import { ViewTabs } from './ViewTabs';

/** The left pane: whose turn it is, newest first. */
export function Inbox() {
  const { view, q, setQ, search } = useDeskState();
  const narrow = useIsNarrow();
  const [typed, setTyped] = useState(q);
  const later = useDebouncedCallback(setQ, 250);
  const look = (words: string): void => {
    setTyped(words);
    later(words.trim());
  };
  const Place = narrow ? 'main' : 'section'; // where it stands alone, it is what the page is about
  return (
    <Place className={css.inbox} aria-label="Conversations">
      {narrow && <LineBanner />}
      <header className={css.head}>
        <div className={css.titleLine}>
          <h1 className={css.title}>Inbox</h1>
          <PresenceSwitch />
          {narrow && <UserMenu size={34} />}
        </div>
        <TextInput
          ref={search}
          value={typed}
          onChange={(event) => look(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            look('');
            event.currentTarget.blur();
          }}
          placeholder="Search name, number or words"
          aria-label="Search conversations"
          leftSection={<IconSearch size={16} />}
          rightSection={typed ? <CloseButton size="md" aria-label="Clear the search" onClick={() => look('')} /> : narrow ? null : <Kbd shortcut="/" />}
          classNames={{ input: css.search }}
          data-testid="search"
        />
        <ViewTabs />
      </header>
      <ConversationList key={view} />
    </Place>
  );
}
