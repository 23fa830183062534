import type { AskedItem, Change, Draft, PhoneMessage, Shop } from '../api/types';
import { FormSheet } from '../form/FormSheet';
import { AdDialog } from './AdDialog';
import { AddressSheet } from './AddressSheet';
import { BillSheet } from './BillSheet';
import { CallDialog } from './CallDialog';
import { ContactDialog } from './ContactDialog';
import { EditDialog } from './EditDialog';
import { LocationDialog } from './LocationDialog';
import { ShopSheet } from './ShopSheet';

export type Opening =
  | { kind: 'contact' }
  | { kind: 'ad' }
  | { kind: 'location'; message?: PhoneMessage }
  | { kind: 'shop'; shop: Shop; message?: PhoneMessage }
  | { kind: 'flow' | 'address' | 'call_permission' | 'edit' | 'order_details'; message: PhoneMessage };

interface Props {
  opening: Opening | null;
  waId: string;
  numberId: string;
  name: string;
  onClose: () => void;
  onSend: (draft: Draft) => void;
  onChange: (change: Change) => void;
  /** The question is written where everything is. */
  onAsk: (item: AskedItem) => void;
}

/** What a tap opened over the chat: a form, a basket, a question. */
export function Opened({ opening, waId, numberId, name, onClose, onSend, onChange, onAsk }: Props) {
  if (!opening) return null;
  const send = (draft: Draft): void => {
    onClose();
    onSend(draft);
  };
  if (opening.kind === 'contact') return <ContactDialog onClose={onClose} onSend={send} />;
  if (opening.kind === 'ad') return <AdDialog name={name} onClose={onClose} onSend={send} />;
  if (opening.kind === 'location') {
    const answered = opening.message ? { context_id: opening.message.id } : {};
    return <LocationDialog onClose={onClose} onSend={(place) => send({ type: 'location', place, ...answered })} />;
  }
  if (opening.kind === 'shop') {
    const answered = opening.message ? { context_id: opening.message.id } : {};
    const ask = (item: AskedItem): void => {
      onClose();
      onAsk(item);
    };
    return <ShopSheet shop={opening.shop} onClose={onClose} onAsk={ask} onSend={(order) => send({ ...order, ...answered })} />;
  }
  const { kind, message } = opening;
  switch (kind) {
    case 'flow': {
      const flow_token = message.flow?.token ?? '';
      const answered = (answers: Record<string, unknown>): void => send({ type: 'form', answers, flow_token, context_id: message.id });
      return <FormSheet waId={waId} numberId={numberId} message={message} onClose={onClose} onSend={answered} />;
    }
    case 'address':
      return <AddressSheet onClose={onClose} onSend={(answers) => send({ type: 'address', answers, context_id: message.id })} />;
    case 'order_details':
      return <BillSheet waId={waId} numberId={numberId} message={message} onClose={onClose} />;
    case 'call_permission':
      return <CallDialog name={name} onClose={onClose} onChoose={(allowed) => send({ type: 'call_permission', allowed, context_id: message.id })} />;
    case 'edit':
      return (
        <EditDialog
          message={message}
          onClose={onClose}
          onSave={(text) => {
            onClose();
            onChange({ type: 'edit', message_id: message.id, text });
          }}
        />
      );
  }
}
