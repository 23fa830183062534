import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AskedItem, Draft, Shop } from '../api/types';
import { money } from '../text/words';
import { Sheet } from '../ui/Sheet';
import { ShopItemRow } from './ShopItemRow';
import { basketOf, sumsOf, type Wanted } from './basket';

interface Props {
  shop: Shop;
  onClose: () => void;
  onSend: (draft: Draft) => void;
  onAsk: (item: AskedItem) => void;
}

/** What is sold, and how many of each; without a catalogue the tester says what it costs. */
export function ShopSheet({ shop, onClose, onSend, onAsk }: Props) {
  const [wanted, setWanted] = useState<Record<string, Wanted>>({});
  const [currency, setCurrency] = useState('USD');
  const [note, setNote] = useState('');
  const [named, setNamed] = useState('');
  const listed = shop.products;
  const products = listed.length > 0 || !named.trim() ? listed : [named.trim()];
  const chosen = Object.fromEntries(Object.entries(wanted).filter(([product]) => products.includes(product)));
  const draft = basketOf(shop, chosen, currency, note);
  const takesOrders = shop.cart ?? true;
  const change = (product: string, part: Partial<Wanted>): void =>
    setWanted((now) => ({ ...now, [product]: { quantity: 0, price: 10, ...now[product], ...part } }));
  const ask = (product: string, name: string): void => onAsk({ catalog_id: shop.catalog_id, product_retailer_id: product, name });
  return (
    <Sheet title={shop.items ? 'Catalogue' : 'Items'} opened onClose={onClose}>
      <Stack gap="md">
        {!shop.items && listed.length === 0 && (
          <TextInput
            label="Number of an item"
            description="This phone does not have the catalogue: say what you want from it."
            value={named}
            onChange={(event) => setNamed(event.currentTarget.value)}
          />
        )}
        {shop.items?.length === 0 && <Text c="var(--ink-soft)">There is nothing in this catalogue yet.</Text>}
        {shop.items?.map((item) => (
          <ShopItemRow
            key={item.product}
            item={item}
            quantity={wanted[item.product]?.quantity ?? 0}
            onAsk={() => ask(item.product, item.name)}
            onChange={takesOrders ? (quantity) => change(item.product, { quantity }) : null}
          />
        ))}
        {!shop.items &&
          products.map((product) => (
            <div key={product} role="group" aria-label={product}>
              <Text fw={600}>{product}</Text>
              <Group grow gap="sm">
                <NumberInput label="Quantity" min={0} max={999} allowDecimal={false} value={wanted[product]?.quantity ?? 0} onChange={(value) => change(product, { quantity: Number(value) || 0 })} />
                <NumberInput label="Price of one" min={0} decimalScale={2} value={wanted[product]?.price ?? 10} onChange={(value) => change(product, { price: Number(value) || 0 })} />
              </Group>
              <Button variant="subtle" size="compact-md" mt={6} onClick={() => ask(product, product)} aria-label={`Ask about ${product}`}>
                Ask about it
              </Button>
            </div>
          ))}
        {!shop.items && <TextInput label="Currency" maxLength={3} value={currency} onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())} />}
        {takesOrders ? (
          <>
            <TextInput label="Note" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
            <Button radius="xl" size="md" disabled={!draft} onClick={() => draft && onSend(draft)} data-testid="order-send">
              Send order
              {draft && shop.items && [...sumsOf(draft)].map(([of, sum]) => ` · ${money(sum, of)}`)}
            </Button>
          </>
        ) : (
          <Text c="var(--ink-soft)">This business takes no orders in the chat. Write to it about what you would like.</Text>
        )}
      </Stack>
    </Sheet>
  );
}
