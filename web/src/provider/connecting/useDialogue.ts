import { useEffect, useRef, useState } from 'react';
import { signUps, type SignUpDialogue } from '../../api/signUps';
import { say } from '../../ui/say';
import { CHANNEL, readTold, type Ids, type Returned } from './dialogue';

const LOOK_EVERY = 500;
// When the window comes back to a page of ours it looks closed at once; its code needs a moment.
const PATIENCE = 2500;

interface Underway {
  dialogue: SignUpDialogue;
  popup: Window;
  ids: Ids;
  pin: string;
  handedOver: () => void;
  closedSince: number;
}

/** Opens WhatsApp's dialogue and hands over how it ends; `changed` is called whenever there is something new to see. */
export function useDialogue(tenantId: string, changed: () => void) {
  const [isOpen, setOpen] = useState(false);
  const underway = useRef<Underway | null>(null);
  const news = useRef(changed);
  news.current = changed;

  /** What is told of it goes to the service, in order; nothing more is heard of it afterwards unless `goesOn`. */
  const tell = async (act: () => Promise<unknown>, goesOn = false): Promise<void> => {
    if (!goesOn) {
      underway.current = null;
      setOpen(false);
    }
    await act().catch(say.trouble);
    news.current();
  };

  useEffect(() => {
    const heard = ({ origin, data }: MessageEvent): void => {
      const now = underway.current;
      const told = now && readTold(origin, data, now.dialogue.origins);
      if (!now || !told) return;
      if (told.kind === 'finished') now.ids = told.ids;
      else void tell(() => signUps.end(tenantId, now.dialogue.sign_up_id, told), told.how === 'ERROR');
    };
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<Returned>): void => {
      const now = underway.current;
      if (!now || data.state !== now.dialogue.sign_up_id) return;
      const id = now.dialogue.sign_up_id;
      if (data.code) now.handedOver();
      void tell(() => (data.code ? signUps.handOver(tenantId, id, { code: data.code, ...now.ids, pin: now.pin }) : signUps.end(tenantId, id, { how: 'DENIED' })));
    };
    const looking = window.setInterval(() => {
      const now = underway.current;
      if (!now?.popup.closed) return;
      now.closedSince ||= Date.now();
      if (Date.now() - now.closedSince > PATIENCE) void tell(() => signUps.end(tenantId, now.dialogue.sign_up_id, { how: 'CLOSED' }));
    }, LOOK_EVERY);
    window.addEventListener('message', heard);
    return () => {
      window.removeEventListener('message', heard);
      window.clearInterval(looking);
      channel.close();
    };
  }, [tenantId]);

  /** Must be called by a click: browsers open windows for nothing else. */
  const begin = async (inApp: boolean, pin: string, handedOver: () => void): Promise<void> => {
    const popup = window.open('', CHANNEL, 'width=560,height=780');
    try {
      const dialogue = await signUps.begin(tenantId, inApp);
      if (!popup) return await tell(() => signUps.end(tenantId, dialogue.sign_up_id, { how: 'BLOCKED' }));
      underway.current = { dialogue, popup, ids: { account_id: '', number_id: '' }, pin, handedOver, closedSince: 0 };
      setOpen(true);
      popup.location.href = dialogue.address;
      news.current();
    } catch (error) {
      popup?.close();
      say.trouble(error as Error);
    }
  };

  return { begin, isOpen, show: () => underway.current?.popup.focus() };
}
