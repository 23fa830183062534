import { IconPlugConnectedX } from '@tabler/icons-react';
import { useLive } from '../api/live';
import { usePlatform } from '../api/queries';
import { CallScreen } from '../call/CallScreen';
import { useCall } from '../call/calling';
import { ChatView } from '../chat/ChatView';
import { ChatList } from '../chats/ChatList';
import { PeopleScreen } from '../people/PeopleScreen';
import { Notice } from '../ui/Notice';
import css from './PhoneScreen.module.css';

interface Props {
  waId: string;
  numberId: string;
  wide: boolean;
}

/** Which of the phone's three screens is up: who am I, my chats, one chat. */
export function PhoneScreen({ waId, numberId, wide }: Props) {
  const platform = usePlatform();
  const { connected } = useLive();
  const call = useCall(waId);

  if (platform.isError && !platform.data) {
    return (
      <Notice
        urgent
        icon={<IconPlugConnectedX />}
        title="No signal"
        action={{ label: 'Try again', run: () => void platform.refetch() }}
      >
        {platform.error.message}
      </Notice>
    );
  }
  return (
    <>
      {call.data && <CallScreen key={call.data.id} waId={waId} call={call.data} />}
      {waId && !connected && (
        <p className={css.offline} role="status">
          Connecting…
        </p>
      )}
      {!waId && <PeopleScreen />}
      {waId && !numberId && <ChatList waId={waId} wide={wide} />}
      {waId && numberId && <ChatView key={`${waId}/${numberId}`} waId={waId} numberId={numberId} wide={wide} />}
    </>
  );
}
