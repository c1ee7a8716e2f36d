-- CreateTable
CREATE TABLE "channel_trouble" (
    "channel" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL,
    "retry_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "channel_trouble_pkey" PRIMARY KEY ("channel")
);
