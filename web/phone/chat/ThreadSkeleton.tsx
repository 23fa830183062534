import { Skeleton } from '@mantine/core';
import css from './ThreadSkeleton.module.css';

const WIDTHS = ['62%', '44%', '70%', '36%', '58%'];

export function ThreadSkeleton() {
  return (
    <div className={css.bubbles} role="status" aria-label="Loading messages">
      {WIDTHS.map((width, index) => (
        <Skeleton key={width} height={index === 2 ? 84 : 44} width={width} radius={16} ml={index % 2 ? 'auto' : 0} />
      ))}
    </div>
  );
}
