/**
 * The processor's milliseconds that `act` takes, whoever else is at the machine. Other work of this thread in the same
 * time counts too.
 */
export async function cpuMs(act: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await act();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
