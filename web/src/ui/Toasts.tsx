import { Notifications } from '@mantine/notifications';
import { useIsNarrow } from './media';

/** Where short words appear: never over the place where one writes. */
export function Toasts() {
  const narrow = useIsNarrow();
  const beside = narrow ? undefined : { left: 76 }; // the rail stays free
  return (
    <Notifications position={narrow ? 'top-center' : 'bottom-left'} limit={3} autoClose={5000} containerWidth={330} style={beside} />
  );
}
