-- AlterTable
ALTER TABLE "chat" ADD COLUMN     "is_banned" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "checkout" ADD COLUMN     "note" BYTEA,
ADD COLUMN     "parts" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "invite" ADD COLUMN     "rights" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "media" ADD COLUMN     "fingerprint" TEXT,
ADD COLUMN     "is_private" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "rights" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "order_line" ADD COLUMN     "allotted" INTEGER,
ADD COLUMN     "is_preorder" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "packed" INTEGER,
ADD COLUMN     "packed_photo_id" UUID;

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "courier" TEXT,
ADD COLUMN     "fee" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "note" BYTEA,
ADD COLUMN     "nudged_at" TIMESTAMPTZ(3),
ADD COLUMN     "province" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "reminded_at" TIMESTAMPTZ(3),
ADD COLUMN     "way" TEXT NOT NULL DEFAULT 'express';

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "acting_for_id" UUID,
ADD COLUMN     "forget_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "quiet_from" INTEGER,
ADD COLUMN     "quiet_until" INTEGER;

-- AlterTable
ALTER TABLE "product" ADD COLUMN     "expected_on" DATE,
ADD COLUMN     "latin" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "person_limit" INTEGER,
ADD COLUMN     "season" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "views" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "seller" ADD COLUMN     "closed_on" DATE[] DEFAULT ARRAY[]::DATE[],
ADD COLUMN     "minimum_order" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "not_shipped_to" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "sells" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'open';

-- AlterTable
ALTER TABLE "village" ADD COLUMN     "payee" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "delivery_way" (
    "seller_id" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL DEFAULT true,
    "fee" INTEGER NOT NULL DEFAULT 0,
    "free_from" INTEGER,
    "zones" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "delivery_way_pkey" PRIMARY KEY ("seller_id","way")
);

-- CreateTable
CREATE TABLE "payment_code" (
    "seller_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "media_id" UUID,
    "sealed" BYTEA,

    CONSTRAINT "payment_code_pkey" PRIMARY KEY ("seller_id","kind")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "charge_id" TEXT,
    "platform_charge_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proof" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "media_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "answered_by" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "proof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refund" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "amount" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "proposed" INTEGER NOT NULL,
    "media_id" UUID NOT NULL,
    "words" BYTEA,
    "state" TEXT NOT NULL,
    "answered_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rating" (
    "order_id" UUID NOT NULL,
    "stars" INTEGER NOT NULL,
    "words" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("order_id")
);

-- CreateTable
CREATE TABLE "talk" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "order_id" UUID,
    "person_id" UUID NOT NULL,
    "chat_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "talk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "talk_message" (
    "id" BIGSERIAL NOT NULL,
    "talk_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "media_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "talk_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wish" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "chat_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "terms" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wish_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_event" (
    "id" BIGSERIAL NOT NULL,
    "product_id" UUID NOT NULL,
    "person_id" UUID,
    "change" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "product_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "download" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "download_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "payment_order_id_idx" ON "payment"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_charge_id_order_id_key" ON "payment"("charge_id", "order_id");

-- CreateIndex
CREATE INDEX "proof_order_id_at_idx" ON "proof"("order_id", "at");

-- CreateIndex
CREATE INDEX "proof_media_id_idx" ON "proof"("media_id");

-- CreateIndex
CREATE INDEX "refund_order_id_idx" ON "refund"("order_id");

-- CreateIndex
CREATE INDEX "refund_state_created_at_idx" ON "refund"("state", "created_at");

-- CreateIndex
CREATE INDEX "claim_order_id_idx" ON "claim"("order_id");

-- CreateIndex
CREATE INDEX "talk_order_id_idx" ON "talk"("order_id");

-- CreateIndex
CREATE INDEX "talk_kind_state_created_at_idx" ON "talk"("kind", "state", "created_at");

-- CreateIndex
CREATE INDEX "talk_person_id_idx" ON "talk"("person_id");

-- CreateIndex
CREATE INDEX "talk_message_talk_id_id_idx" ON "talk_message"("talk_id", "id");

-- CreateIndex
CREATE INDEX "wish_terms_idx" ON "wish" USING GIN ("terms");

-- CreateIndex
CREATE UNIQUE INDEX "wish_person_id_words_key" ON "wish"("person_id", "words");

-- CreateIndex
CREATE INDEX "product_event_product_id_change_at_idx" ON "product_event"("product_id", "change", "at");

-- CreateIndex
CREATE INDEX "download_expires_at_idx" ON "download"("expires_at");

-- CreateIndex
CREATE INDEX "media_fingerprint_idx" ON "media"("fingerprint");

-- AddForeignKey
ALTER TABLE "delivery_way" ADD CONSTRAINT "delivery_way_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "seller"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_code" ADD CONSTRAINT "payment_code_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "seller"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proof" ADD CONSTRAINT "proof_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talk_message" ADD CONSTRAINT "talk_message_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wish" ADD CONSTRAINT "wish_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_event" ADD CONSTRAINT "product_event_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "download" ADD CONSTRAINT "download_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say: the rules that the database referees, and the indexes of search and deadlines.

-- Trusted since PostgreSQL 13: whoever owns the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "product_latin" ON "product" USING gin (lower("latin") gin_trgm_ops);

ALTER TABLE "person"
  ADD CONSTRAINT "person_quiet" CHECK (("quiet_from" IS NULL) = ("quiet_until" IS NULL)
    AND ("quiet_from" IS NULL OR ("quiet_from" BETWEEN 0 AND 1439 AND "quiet_until" BETWEEN 0 AND 1439)));
ALTER TABLE "seller"
  ADD CONSTRAINT "seller_state" CHECK ("state" IN ('open', 'waiting', 'closed')),
  ADD CONSTRAINT "seller_minimum_order" CHECK ("minimum_order" >= 0);
ALTER TABLE "product" ADD CONSTRAINT "product_person_limit" CHECK ("person_limit" IS NULL OR "person_limit" > 0);
ALTER TABLE "orders"
  ADD CONSTRAINT "orders_way" CHECK ("way" IN ('pickup', 'courier', 'express')),
  ADD CONSTRAINT "orders_fee" CHECK ("fee" >= 0 AND "fee" <= "total");
ALTER TABLE "order_line"
  ADD CONSTRAINT "order_line_packed" CHECK ("packed" IS NULL OR "packed" >= 0),
  ADD CONSTRAINT "order_line_allotted" CHECK ("allotted" IS NULL OR "allotted" BETWEEN 0 AND "quantity");
ALTER TABLE "delivery_way"
  ADD CONSTRAINT "delivery_way_way" CHECK ("way" IN ('pickup', 'courier', 'express')),
  ADD CONSTRAINT "delivery_way_fee" CHECK ("fee" >= 0 AND ("free_from" IS NULL OR "free_from" >= 0));
ALTER TABLE "payment_code" ADD CONSTRAINT "payment_code_kind" CHECK ("kind" IN ('wechat', 'alipay', 'bank'));
ALTER TABLE "payment" ADD CONSTRAINT "payment_kind" CHECK ("kind" IN ('transfer', 'invoice') AND "amount" > 0);
ALTER TABLE "proof" ADD CONSTRAINT "proof_state" CHECK ("state" IN ('sent', 'accepted', 'refused'));
ALTER TABLE "refund" ADD CONSTRAINT "refund_state" CHECK ("state" IN ('due', 'done') AND "amount" > 0);
ALTER TABLE "claim"
  ADD CONSTRAINT "claim_state" CHECK ("state" IN ('open', 'agreed', 'refused')),
  ADD CONSTRAINT "claim_amounts" CHECK ("quantity" > 0 AND "proposed" >= 0);
ALTER TABLE "rating" ADD CONSTRAINT "rating_stars" CHECK ("stars" BETWEEN 1 AND 5);
ALTER TABLE "talk"
  ADD CONSTRAINT "talk_kind" CHECK ("kind" IN ('order', 'help') AND ("kind" = 'order') = ("order_id" IS NOT NULL)),
  ADD CONSTRAINT "talk_state" CHECK ("state" IN ('open', 'closed'));

CREATE UNIQUE INDEX "proof_one_sent" ON "proof" ("order_id") WHERE "state" = 'sent';
CREATE UNIQUE INDEX "claim_one_open" ON "claim" ("order_id", "position") WHERE "state" = 'open';
CREATE UNIQUE INDEX "talk_one_open" ON "talk" ("kind", "person_id", "order_id") NULLS NOT DISTINCT WHERE "state" = 'open';
CREATE INDEX "orders_unpaid" ON "orders" ("due_at") WHERE "payment" = 'due' AND "reminded_at" IS NULL;
CREATE INDEX "orders_untouched" ON "orders" ("placed_at") WHERE "fulfilment" = 'placed' AND "nudged_at" IS NULL;
