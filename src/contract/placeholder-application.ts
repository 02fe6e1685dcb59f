/** The API sends these SIDs when no application is chosen. */
const placeholders = new Set(['default_call_app_sid', 'default_msg_app_sid']);

/** Whether an application SID only stands for "none chosen" (defaults of "Change number properties"). */
export const isPlaceholderApplication = (sid: string): boolean => placeholders.has(sid);
