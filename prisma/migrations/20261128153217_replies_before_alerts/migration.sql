-- CreateTable
CREATE TABLE "channel_rate" (
    "channel" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "channel_rate_pkey" PRIMARY KEY ("channel")
);
