-- What a household says of itself once and buyers ask again and again: when it ships, how its goods keep, invoices.
CREATE TABLE "seller_fact" (
  "seller_id" UUID NOT NULL REFERENCES "seller"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "topic" TEXT NOT NULL,
  "words" TEXT NOT NULL,
  "said_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "seller_fact_pkey" PRIMARY KEY ("seller_id", "topic")
);
