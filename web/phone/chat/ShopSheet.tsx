import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Draft, PhoneMessage } from '../api/types';
import { Sheet } from '../ui/Sheet';
import { basketOf, type Wanted } from './basket';

interface Props {
  message: PhoneMessage;
  onClose: () => void;
  onSend: (draft: Draft) => void;
}

/** How many of each item; the platform keeps no prices, so that the tester says them. */
export function ShopSheet({ message, onClose, onSend }: Props) {
  const [wanted, setWanted] = useState<Record<string, Wanted>>({});
  const [currency, setCurrency] = useState('USD');
  const [note, setNote] = useState('');
  const [named, setNamed] = useState('');
  const listed = message.shop?.products ?? [];
  const products = listed.length > 0 || !named.trim() ? listed : [named.trim()];
  const chosen = Object.fromEntries(Object.entries(wanted).filter(([product]) => products.includes(product)));
  const draft = basketOf(message, chosen, currency, note);
  const change = (product: string, part: Partial<Wanted>): void =>
    setWanted((now) => ({ ...now, [product]: { quantity: 0, price: 10, ...now[product], ...part } }));
  return (
    <Sheet title="Items" opened onClose={onClose}>
      <Stack gap="md">
        {listed.length === 0 && (
          <TextInput
            label="Number of an item"
            description="This phone does not have the catalogue: say what you want from it."
            value={named}
            onChange={(event) => setNamed(event.currentTarget.value)}
          />
        )}
        {products.map((product) => (
          <div key={product} role="group" aria-label={product}>
            <Text fw={600}>{product}</Text>
            <Group grow gap="sm">
              <NumberInput label="Quantity" min={0} max={999} allowDecimal={false} value={wanted[product]?.quantity ?? 0} onChange={(value) => change(product, { quantity: Number(value) || 0 })} />
              <NumberInput label="Price of one" min={0} decimalScale={2} value={wanted[product]?.price ?? 10} onChange={(value) => change(product, { price: Number(value) || 0 })} />
            </Group>
          </div>
        ))}
        <TextInput label="Currency" maxLength={3} value={currency} onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())} />
        <TextInput label="Note" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        <Button radius="xl" size="md" disabled={!draft} onClick={() => draft && onSend(draft)} data-testid="order-send">
          Send order
        </Button>
      </Stack>
    </Sheet>
  );
}
