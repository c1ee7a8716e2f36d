/** 2号链接来3斤: the number is one of a stream, and not of a list on the screen. */
export const namesLink = (message: string): boolean => /链接|连接|鏈接|連結|\blinks?\b/iu.test(message);
