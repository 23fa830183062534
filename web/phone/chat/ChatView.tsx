import { IconMessageCircle, IconPlugConnectedX } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { api } from '../api/client';
import { useLive } from '../api/live';
import { useBusiness, useChats, useMessages } from '../api/queries';
import { useLocals, useSend } from '../api/sending';
import type { AskedItem, PhoneMessage, ReplyKind } from '../api/types';
import type { BubbleActions } from '../bubble/Bubble';
import { ListSheet } from '../bubble/ListSheet';
import { CallRefused } from '../call/CallRefused';
import { useStartCall } from '../call/calling';
import { LinkDialog } from '../chats/LinkDialog';
import { writingIn } from '../chats/writing';
import { GroupHeader } from '../group/GroupHeader';
import { JoinDialog } from '../group/JoinDialog';
import { OutsideNote } from '../group/OutsideNote';
import { PinnedBar } from '../group/PinnedBar';
import { InvitationLinks } from '../group/invitations';
import { isInvitation } from '../text/rich';
import { mergeThread } from '../thread/merge';
import { Notice } from '../ui/Notice';
import { BlockedNote } from './BlockedNote';
import { ChatHeader } from './ChatHeader';
import css from './ChatView.module.css';
import { Composer } from './Composer';
import { ImageViewer } from './ImageViewer';
import { Opened, type Opening } from './Opened';
import { Thread } from './Thread';
import { ThreadSkeleton } from './ThreadSkeleton';
import { useChange } from './changing';
import { useReact } from './reacting';
import { useReadWhenSeen } from './reading';

interface Props {
  waId: string;
  numberId: string;
  wide: boolean;
}

/** One chat: its bar, its messages, and the place to write. */
export function ChatView({ waId, numberId, wide }: Props) {
  const messages = useMessages(waId, numberId);
  const locals = useLocals(waId, numberId);
  const { send, retry } = useSend(waId, numberId);
  const change = useChange(waId, numberId);
  const react = useReact(waId, numberId);
  const call = useStartCall(waId, numberId);
  const chat = useChats(waId).data?.find((other) => other.phone_number_id === numberId);
  const business = useBusiness(numberId);
  const shop = business?.shop ?? null;
  const name = chat?.name ?? business?.verified_name ?? 'Business';
  const typing = useLive().typing.has(numberId);
  const [quoted, setQuoted] = useState<PhoneMessage | null>(null);
  const [asked, setAsked] = useState<AskedItem | null>(null);
  const [list, setList] = useState<PhoneMessage | null>(null);
  const [image, setImage] = useState<PhoneMessage | null>(null);

  const [opening, setOpening] = useState<Opening | null>(null);
  const [link, setLink] = useState('');
  const { state, pathname } = useLocation();
  const navigate = useNavigate();
  const begun = writingIn(state);
  const group = chat?.group;

  const items = useMemo(() => mergeThread(messages.data ?? [], locals), [messages.data, locals]);
  useReadWhenSeen(waId, numberId, messages.data, chat?.unread ?? 0);

  const answer = (message: PhoneMessage, reply: { id: string; title: string }, kind: ReplyKind): void =>
    send({ type: 'reply', reply: { id: reply.id, title: reply.title, kind }, context_id: message.id });
  const actions = useStableActions({
    quote: setQuoted,
    react: (message, emoji) => react({ messageId: message.id, emoji }),
    openList: setList,
    openImage: setImage,
    answer: (message, button) => {
      if (button.kind === 'call_permission' || button.kind === 'address' || (button.kind === 'flow' && message.flow)) {
        return setOpening({ kind: button.kind, message });
      }
      if (button.kind === 'order_details' && message.bill) return setOpening({ kind: 'order_details', message });
      if (button.kind === 'voice_call') return call.mutate();
      if (button.kind === 'location') return setOpening({ kind: 'location', message });
      if (button.kind === 'contact_info') return send({ type: 'contacts', asked_for: true, context_id: message.id });
      answer(message, button, message.type === 'template' ? 'template' : 'button');
    },
    follow: (message, button) => {
      // Only what is under a template is counted; a tap that is not costs the reader nothing.
      if (message.type === 'template') api.follow(waId, numberId, message.id, button.title).catch(() => undefined);
    },
    openShop: (message) => message.shop && setOpening({ kind: 'shop', shop: message.shop, message }),
    edit: (message) => setOpening({ kind: 'edit', message }),
    remove: (message) => change({ type: 'revoke', message_id: message.id }),
    retry: ({ failed }) => failed && retry(failed),
  });

  return (
    <InvitationLinks value={setLink}>
      <title>{`${name} · parley phone`}</title>
      {group ? (
        <GroupHeader waId={waId} group={group} typing={typing} wide={wide} />
      ) : (
        <ChatHeader waId={waId} numberId={numberId} name={name} typing={typing} blocked={chat?.blocked ?? false} wide={wide} onAd={() => setOpening({ kind: 'ad' })} onCall={business?.can_be_called ? () => call.mutate() : null} onShop={shop ? () => setOpening({ kind: 'shop', shop }) : null} />
      )}
      {group && <PinnedBar pinned={group.pinned} />}
      {call.error && <CallRefused reason={call.error.message} onClose={() => call.reset()} />}
      <div className={css.wall}>
        {messages.isPending && <ThreadSkeleton />}
        {messages.isError && !messages.data && (
          <Notice
            urgent
            icon={<IconPlugConnectedX />}
            title="The messages could not be loaded"
            action={{ label: 'Try again', run: () => void messages.refetch() }}
          >
            {messages.error.message}
          </Notice>
        )}
        {messages.data && items.length === 0 && (
          <Notice card icon={<IconMessageCircle />} title={`Say hello to ${name}`}>
            Ask a question the way you would on your own phone.
          </Notice>
        )}
        {items.length > 0 && (
          <Thread
            items={items}
            name={name}
            typing={typing}
            blocked={chat?.blocked ?? false}
            actions={actions}
            earlier={messages.hasNextPage ? () => void messages.fetchNextPage() : null}
            loadingEarlier={messages.isFetchingNextPage}
          />
        )}
      </div>
      {group && (group.state !== 'member' || group.suspended) ? (
        <OutsideNote group={group} />
      ) : chat?.blocked ? (
        <BlockedNote waId={waId} numberId={numberId} name={name} />
      ) : (
        <Composer
          key={begun?.at ?? 0}
          begun={begun?.text ?? ''}
          quoted={quoted}
          asked={asked}
          name={name}
          focusAtOnce={wide}
          onContact={() => setOpening({ kind: 'contact' })}
          onLocation={() => setOpening({ kind: 'location' })}
          onQuoteDone={() => setQuoted(null)}
          onAskedDone={() => setAsked(null)}
          onSend={(draft) => {
            send({ ...draft, ...(quoted ? { context_id: quoted.id } : {}), ...(asked ? { product: asked } : {}) });
            if (begun) void navigate(pathname, { replace: true });
          }}
        />
      )}
      <Opened
        opening={opening}
        waId={waId}
        numberId={numberId}
        name={name}
        onClose={() => setOpening(null)}
        onSend={send}
        onChange={change}
        onAsk={setAsked}
      />
      <ListSheet
        message={list}
        onClose={() => setList(null)}
        onChoose={(message, row) => {
          setList(null);
          answer(message, row, 'list');
        }}
      />
      <ImageViewer message={image} onClose={() => setImage(null)} />
      {link && isInvitation(link) && <JoinDialog waId={waId} link={link} onClose={() => setLink('')} />}
      {link && !isInvitation(link) && <LinkDialog waId={waId} link={link} onClose={() => setLink('')} />}
    </InvitationLinks>
  );
}

/** The same object for the chat's whole life, so that a bubble is drawn again only when its message changes. */
function useStableActions(actions: BubbleActions): BubbleActions {
  const [latest] = useState({ actions });
  useEffect(() => {
    latest.actions = actions;
  });
  const now = useCallback(() => latest.actions, [latest]);
  return useMemo(
    () => ({
      quote: (...given) => now().quote(...given),
      react: (...given) => now().react(...given),
      openList: (...given) => now().openList(...given),
      openImage: (...given) => now().openImage(...given),
      answer: (...given) => now().answer(...given),
      follow: (...given) => now().follow(...given),
      openShop: (...given) => now().openShop(...given),
      edit: (...given) => now().edit(...given),
      remove: (...given) => now().remove(...given),
      retry: (...given) => now().retry(...given),
    }),
    [now],
  );
}
