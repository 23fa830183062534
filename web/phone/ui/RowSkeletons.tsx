import { Group, Skeleton } from '@mantine/core';

/** Where a list will be, once it has come. */
export function RowSkeletons({ count }: { count: number }) {
  return (
    <div role="status" aria-label="Loading">
      {Array.from({ length: count }, (_, index) => (
        <Group key={index} px={18} py={11} gap={12} wrap="nowrap">
          <Skeleton circle height={44} />
          <div style={{ flex: 1 }}>
            <Skeleton height={12} width={`${55 - (index % 3) * 9}%`} radius="xl" />
            <Skeleton height={10} width={`${85 - (index % 3) * 12}%`} radius="xl" mt={9} />
          </div>
        </Group>
      ))}
    </div>
  );
}
