import { ADDRESS } from '../form/address';
import { FormScreen } from '../form/FormScreen';
import type { Values } from '../form/model';
import { Sheet } from '../ui/Sheet';

/** The address that a business asks for. */
export function AddressSheet({ onClose, onSend }: { onClose: () => void; onSend: (address: Values) => void }) {
  return (
    <Sheet title="Your address" opened onClose={onClose}>
      <FormScreen screen={ADDRESS} data={{}} screens={{}} onBack={null} onDone={(_, form) => onSend(form)} />
    </Sheet>
  );
}
