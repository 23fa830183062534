import { Notifications } from '@mantine/notifications';
import { useIsNarrow } from './media';

/** Where short words appear: never over the place where one writes. */
export function Toasts() {
  return <Notifications position={useIsNarrow() ? 'top-center' : 'bottom-left'} limit={3} autoClose={5000} containerWidth={340} />;
}
