import { Button, NumberInput } from '@mantine/core';
import { IconMessageCircleQuestion, IconShoppingBag } from '@tabler/icons-react';
import { useState } from 'react';
import type { ShopItem } from '../api/types';
import { money } from '../text/words';
import css from './ShopItemRow.module.css';

interface Props {
  item: ShopItem;
  quantity: number;
  /** Null where the business takes no orders in the chat. */
  onChange: ((quantity: number) => void) | null;
  onAsk: () => void;
}

/** One thing of a catalogue, and how many of it. */
export function ShopItemRow({ item, quantity, onChange, onAsk }: Props) {
  return (
    <div className={css.row} role="group" aria-label={item.name}>
      <Picture url={item.picture} />
      <div>
        <div className={css.head}>
          <span dir="auto">{item.name}</span>
          <span className={css.price}>{money(item.price, item.currency)}</span>
        </div>
        {item.description && (
          <div className={css.soft} dir="auto">
            {item.description}
          </div>
        )}
        {!item.available && <div className={css.soft}>Out of stock</div>}
        {item.available && onChange && (
          <NumberInput
            className={css.quantity}
            label="Quantity"
            min={0}
            max={999}
            allowDecimal={false}
            value={quantity}
            onChange={(value) => onChange(Number(value) || 0)}
          />
        )}
        <Button className={css.ask} variant="subtle" size="compact-md" leftSection={<IconMessageCircleQuestion size={17} aria-hidden />} onClick={onAsk} aria-label={`Ask about ${item.name}`}>
          Ask about it
        </Button>
      </div>
    </div>
  );
}

function Picture({ url }: { url: string }) {
  const [broken, setBroken] = useState(false);
  return (
    <span className={css.picture}>
      {url && !broken ? <img src={url} alt="" onError={() => setBroken(true)} /> : <IconShoppingBag size={26} aria-hidden />}
    </span>
  );
}
