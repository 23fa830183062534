import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client';
import type { PhoneMessage } from '../api/types';
import { BillView } from '../bubble/BillView';
import { isOpen } from '../text/stands';
import { money } from '../text/words';
import { Sheet } from '../ui/Sheet';

interface Props {
  waId: string;
  numberId: string;
  message: PhoneMessage;
  onClose: () => void;
}

/** The order once more, and both ways a payment ends. No money moves. */
export function BillSheet({ waId, numberId, message, onClose }: Props) {
  const pay = useMutation({
    mutationFn: (outcome: 'captured' | 'failed') => api.pay(waId, numberId, message.id, outcome),
    onSuccess: onClose,
  });
  const { bill } = message;
  if (!bill) return null;
  return (
    <Sheet title="Review and pay" opened onClose={onClose}>
      <Stack gap="md">
        <BillView bill={bill} />
        <Text size="sm" c="var(--ink-soft)">
          No money moves here: say how the payment ends.
        </Text>
        {pay.error && (
          <Text size="sm" c="var(--danger)" role="alert">
            {pay.error.message}
          </Text>
        )}
        <Button size="md" disabled={!isOpen(bill)} loading={pay.isPending} onClick={() => pay.mutate('captured')} data-testid="pay">
          Pay {money(bill.total, bill.currency)}
        </Button>
        <Button size="md" variant="default" disabled={!isOpen(bill) || pay.isPending} onClick={() => pay.mutate('failed')}>
          Let the bank decline it
        </Button>
      </Stack>
    </Sheet>
  );
}
