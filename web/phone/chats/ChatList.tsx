import { ActionIcon } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDeviceMobileCog, IconMessageCircle, IconPlugConnectedX, IconQrcode, IconUsersPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useChats, usePlatform } from '../api/queries';
import { JoinDialog } from '../group/JoinDialog';
import { NumberDialog } from '../people/NumberDialog';
import { ToolsMenu } from '../stage/ToolsMenu';
import { phoneNumber } from '../text/words';
import { Avatar } from '../ui/Avatar';
import { Bar } from '../ui/Bar';
import { Notice } from '../ui/Notice';
import { RowSkeletons } from '../ui/RowSkeletons';
import css from './ChatList.module.css';
import { ChatRow } from './ChatRow';
import { LinkDialog } from './LinkDialog';

/** A customer's chats, newest first. */
export function ChatList({ waId, wide }: { waId: string; wide: boolean }) {
  const chats = useChats(waId);
  const customer = usePlatform().data?.customers.find((other) => other.wa_id === waId);
  const [joining, { open, close }] = useDisclosure();
  const [linking, { open: scan, close: leave }] = useDisclosure();
  const [changing, { open: change, close: stay }] = useDisclosure();
  const name = customer?.name ?? phoneNumber(waId);

  return (
    <>
      <title>{`${name} · parley phone`}</title>
      <Bar actions={wide ? null : <ToolsMenu />} {...(wide ? {} : { back: { to: '/', label: 'Change customer' } })}>
        <Owner name={name} waId={waId} wide={wide} />
      </Bar>
      <div className={css.screen}>
        <div className={css.head}>
          <h1 className={css.title}>Chats</h1>
          <div className={css.actions}>
            <ActionIcon variant="subtle" radius="xl" size={40} onClick={scan} aria-label="Open a link or code" data-testid="open-link">
              <IconQrcode size={22} />
            </ActionIcon>
            <ActionIcon variant="subtle" radius="xl" size={40} onClick={change} aria-label="Change number" data-testid="change-number">
              <IconDeviceMobileCog size={22} />
            </ActionIcon>
            <ActionIcon variant="subtle" radius="xl" size={40} onClick={open} aria-label="Join a group" data-testid="join-group">
              <IconUsersPlus size={22} />
            </ActionIcon>
          </div>
        </div>
        {changing && <NumberDialog waId={waId} name={name} onClose={stay} />}
        {linking && <LinkDialog waId={waId} onClose={leave} />}
        {joining && <JoinDialog waId={waId} onClose={close} />}
        {chats.isPending && <RowSkeletons count={3} />}
        {chats.isError && !chats.data && (
          <Notice
            urgent
            icon={<IconPlugConnectedX />}
            title="The chats could not be loaded"
            action={{ label: 'Try again', run: () => void chats.refetch() }}
          >
            {chats.error.message}
          </Notice>
        )}
        {chats.data?.length === 0 && (
          <Notice icon={<IconMessageCircle />} title="No one to write to yet">
            Businesses appear here as soon as the platform knows one.
          </Notice>
        )}
        <ul className={css.list} aria-label="Chats">
          {chats.data?.map((chat) => (
            <li key={chat.phone_number_id}>
              <ChatRow chat={chat} waId={waId} />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function Owner({ name, waId, wide }: { name: string; waId: string; wide: boolean }) {
  const words = (
    <>
      <Avatar name={name} size={38} />
      <span className={css.who}>
        <span className={css.name}>{name}</span>
        <span className={css.number}>{phoneNumber(waId)}</span>
      </span>
    </>
  );
  if (wide) return <div className={css.owner}>{words}</div>;
  return (
    <Link to="/" className={css.owner} aria-label={`You are ${name}. Change customer`}>
      {words}
    </Link>
  );
}
