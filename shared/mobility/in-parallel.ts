/** How many cases one invocation works on at a time. */
const AT_ONCE = 25;

/** Does the work for each item, several at a time, and gives what failed instead of stopping at the first. */
export async function inParallel<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<readonly { readonly item: T; readonly error: unknown }[]> {
  const failed: { item: T; error: unknown }[] = [];
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) {
      try {
        await work(item);
      } catch (error) {
        failed.push({ item, error });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  return failed;
}
