import { Skeleton } from '@mantine/core';
import { Notice } from '../../ui/Notice';
import { BlockCard } from './BlockCard';
import css from './Blocks.module.css';
import { useBlocks } from './blocking';

/** For those who supervise: whom colleagues have blocked, those that hold first. */
export function BlockedDialog() {
  const { data, isPending, error, refetch } = useBlocks();
  if (isPending) return <Skeleton height={160} radius={12} />;
  if (error && !data) return <Notice tone="red" title={error.message} action={{ label: 'Try again', run: () => void refetch() }} />;
  if (!data || data.length === 0) return <p className={css.soft}>Nobody is blocked, and nobody was.</p>;
  return (
    <ul className={css.list} data-testid="blocked-people">
      {data.map((block) => (
        <li key={block.block_id}>
          <BlockCard block={block} />
        </li>
      ))}
    </ul>
  );
}
