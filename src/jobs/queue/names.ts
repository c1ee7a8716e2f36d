/** The queue of quick jobs, most of them the database's. */
export const QUICK = 'later';
/** The queue of jobs that wait for other servers, or draw. */
export const SLOW = 'slow';

/** Every queue there is. The names stand in Redis or PostgreSQL. */
export const queueNames = [QUICK, SLOW] as const;
