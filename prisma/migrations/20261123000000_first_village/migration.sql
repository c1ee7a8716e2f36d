-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "village" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "county" TEXT NOT NULL,
    "county_en" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "province_en" TEXT NOT NULL,
    "story" TEXT NOT NULL,
    "story_en" TEXT NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'CNY',
    "time_zone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "village_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "telegram_id" BIGINT,
    "is_operator" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "is_gone" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "web_session" (
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "web_session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "seller" (
    "id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "story" TEXT NOT NULL DEFAULT '',
    "story_en" TEXT NOT NULL DEFAULT '',
    "pickup_place" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seller_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "seller_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_pkey" PRIMARY KEY ("seller_id","person_id")
);

-- CreateTable
CREATE TABLE "invite" (
    "token_hash" TEXT NOT NULL,
    "seller_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by" UUID,

    CONSTRAINT "invite_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "product" (
    "id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT,
    "blurb" TEXT NOT NULL DEFAULT '',
    "blurb_en" TEXT,
    "category" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "price" INTEGER NOT NULL,
    "price_quantity" INTEGER NOT NULL,
    "on_hand" INTEGER NOT NULL DEFAULT 0,
    "held" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL,
    "harvested_on" DATE,
    "search" TEXT[],
    "suggestion" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pack" (
    "product_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "price" INTEGER,

    CONSTRAINT "pack_pkey" PRIMARY KEY ("product_id","quantity")
);

-- CreateTable
CREATE TABLE "stock_entry" (
    "id" BIGSERIAL NOT NULL,
    "product_id" UUID NOT NULL,
    "change" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "order_id" UUID,
    "person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media" (
    "id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "source" JSONB,
    "bytes" BYTEA,
    "width" INTEGER,
    "height" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media_file" (
    "media_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,

    CONSTRAINT "media_file_pkey" PRIMARY KEY ("media_id","channel")
);

-- CreateTable
CREATE TABLE "product_photo" (
    "product_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "media_id" UUID NOT NULL,

    CONSTRAINT "product_photo_pkey" PRIMARY KEY ("product_id","position")
);

-- CreateTable
CREATE TABLE "cart_line" (
    "person_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cart_line_pkey" PRIMARY KEY ("person_id","product_id")
);

-- CreateTable
CREATE TABLE "address" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "phone_key" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checkout" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "chat_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "payment" TEXT NOT NULL,
    "lines" JSONB NOT NULL,
    "total" INTEGER NOT NULL,
    "recipient" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "placed_at" TIMESTAMPTZ(3),

    CONSTRAINT "checkout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "checkout_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "chat_id" UUID NOT NULL,
    "fulfilment" TEXT NOT NULL,
    "payment" TEXT NOT NULL,
    "stock" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "recipient" BYTEA,
    "tracking_number" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "placed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "order_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT,
    "measure" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "price" INTEGER NOT NULL,
    "price_quantity" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("order_id","position")
);

-- CreateTable
CREATE TABLE "order_event" (
    "id" BIGSERIAL NOT NULL,
    "order_id" UUID NOT NULL,
    "person_id" UUID,
    "change" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stream" (
    "id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "state" TEXT NOT NULL,
    "planned_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stream_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "chat_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "target_id" UUID NOT NULL,
    "quantity" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "target_id" UUID NOT NULL,
    "round" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "alert_id" UUID NOT NULL,
    "chat_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "rank" BIGSERIAL NOT NULL,
    "state" TEXT NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("alert_id","chat_id")
);

-- CreateTable
CREATE TABLE "inbox" (
    "id" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "chat_id" UUID NOT NULL,
    "sealed" BYTEA,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("chat_id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "chat_id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "place" BIGINT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "platform_id" TEXT,
    "is_replaced" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "job" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "relayed_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "village_slug_key" ON "village"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "person_telegram_id_key" ON "person"("telegram_id");

-- CreateIndex
CREATE INDEX "person_is_operator_idx" ON "person"("is_operator");

-- CreateIndex
CREATE INDEX "chat_person_id_channel_idx" ON "chat"("person_id", "channel");

-- CreateIndex
CREATE UNIQUE INDEX "chat_channel_address_key" ON "chat"("channel", "address");

-- CreateIndex
CREATE INDEX "web_session_person_id_idx" ON "web_session"("person_id");

-- CreateIndex
CREATE INDEX "web_session_expires_at_idx" ON "web_session"("expires_at");

-- CreateIndex
CREATE INDEX "seller_village_id_name_idx" ON "seller"("village_id", "name");

-- CreateIndex
CREATE INDEX "member_person_id_idx" ON "member"("person_id");

-- CreateIndex
CREATE INDEX "invite_seller_id_idx" ON "invite"("seller_id");

-- CreateIndex
CREATE INDEX "product_status_published_at_id_idx" ON "product"("status", "published_at" DESC, "id");

-- CreateIndex
CREATE INDEX "product_category_status_published_at_id_idx" ON "product"("category", "status", "published_at" DESC, "id");

-- CreateIndex
CREATE INDEX "product_seller_id_status_published_at_id_idx" ON "product"("seller_id", "status", "published_at" DESC, "id");

-- CreateIndex
CREATE INDEX "product_search_idx" ON "product" USING GIN ("search");

-- CreateIndex
CREATE INDEX "stock_entry_product_id_id_idx" ON "stock_entry"("product_id", "id" DESC);

-- CreateIndex
CREATE INDEX "product_photo_media_id_idx" ON "product_photo"("media_id");

-- CreateIndex
CREATE INDEX "cart_line_product_id_idx" ON "cart_line"("product_id");

-- CreateIndex
CREATE INDEX "address_person_id_last_used_at_idx" ON "address"("person_id", "last_used_at" DESC);

-- CreateIndex
CREATE INDEX "address_phone_key_idx" ON "address"("phone_key");

-- CreateIndex
CREATE INDEX "checkout_person_id_created_at_idx" ON "checkout"("person_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "orders_number_key" ON "orders"("number");

-- CreateIndex
CREATE INDEX "orders_person_id_placed_at_id_idx" ON "orders"("person_id", "placed_at" DESC, "id");

-- CreateIndex
CREATE INDEX "orders_seller_id_fulfilment_placed_at_id_idx" ON "orders"("seller_id", "fulfilment", "placed_at", "id");

-- CreateIndex
CREATE INDEX "orders_seller_id_placed_at_id_idx" ON "orders"("seller_id", "placed_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "orders_checkout_id_seller_id_key" ON "orders"("checkout_id", "seller_id");

-- CreateIndex
CREATE INDEX "order_line_product_id_idx" ON "order_line"("product_id");

-- CreateIndex
CREATE INDEX "order_event_order_id_id_idx" ON "order_event"("order_id", "id");

-- CreateIndex
CREATE INDEX "stream_seller_id_created_at_idx" ON "stream"("seller_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "stream_state_planned_at_idx" ON "stream"("state", "planned_at");

-- CreateIndex
CREATE INDEX "subscription_kind_target_id_created_at_idx" ON "subscription"("kind", "target_id", "created_at");

-- CreateIndex
CREATE INDEX "subscription_chat_id_idx" ON "subscription"("chat_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_person_id_kind_target_id_key" ON "subscription"("person_id", "kind", "target_id");

-- CreateIndex
CREATE INDEX "alert_state_due_at_idx" ON "alert"("state", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "alert_kind_target_id_round_key" ON "alert"("kind", "target_id", "round");

-- CreateIndex
CREATE INDEX "delivery_alert_id_channel_state_rank_idx" ON "delivery"("alert_id", "channel", "state", "rank");

-- CreateIndex
CREATE INDEX "delivery_chat_id_idx" ON "delivery"("chat_id");

-- CreateIndex
CREATE INDEX "inbox_at_idx" ON "inbox"("at");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_channel_key_key" ON "inbox"("channel", "key");

-- CreateIndex
CREATE UNIQUE INDEX "message_seq_key" ON "message"("seq");

-- CreateIndex
CREATE INDEX "message_chat_id_seq_idx" ON "message"("chat_id", "seq");

-- CreateIndex
CREATE INDEX "message_chat_id_platform_id_idx" ON "message"("chat_id", "platform_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_cause_index_key" ON "message"("cause", "index");

-- AddForeignKey
ALTER TABLE "chat" ADD CONSTRAINT "chat_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "web_session" ADD CONSTRAINT "web_session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seller" ADD CONSTRAINT "seller_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "seller"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "seller"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack" ADD CONSTRAINT "pack_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_entry" ADD CONSTRAINT "stock_entry_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media_file" ADD CONSTRAINT "media_file_media_id_fkey" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_photo" ADD CONSTRAINT "product_photo_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_photo" ADD CONSTRAINT "product_photo_media_id_fkey" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_checkout_id_fkey" FOREIGN KEY ("checkout_id") REFERENCES "checkout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_event" ADD CONSTRAINT "order_event_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stream" ADD CONSTRAINT "stream_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chat"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma's schema cannot say: the rules that the database referees, and the partial indexes of the queues.

CREATE SEQUENCE "order_number";

ALTER TABLE "product"
  ADD CONSTRAINT "product_stock" CHECK ("held" >= 0 AND "on_hand" >= "held" AND "on_hand" <= 1000000000),
  ADD CONSTRAINT "product_price" CHECK ("price" >= 0 AND "price" <= 1000000000 AND "price_quantity" > 0),
  ADD CONSTRAINT "product_offer" CHECK ("status" IN ('draft', 'archived') OR "price" > 0),
  ADD CONSTRAINT "product_measure" CHECK ("measure" IN ('MASS', 'VOLUME', 'COUNT')),
  ADD CONSTRAINT "product_status" CHECK ("status" IN ('draft', 'on-sale', 'paused', 'archived'));
ALTER TABLE "pack" ADD CONSTRAINT "pack_amounts" CHECK ("quantity" > 0 AND ("price" IS NULL OR "price" > 0));
ALTER TABLE "stock_entry" ADD CONSTRAINT "stock_entry_change" CHECK ("change" <> 0);
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_quantity" CHECK ("quantity" > 0);
ALTER TABLE "checkout"
  ADD CONSTRAINT "checkout_total" CHECK ("total" >= 0),
  ADD CONSTRAINT "checkout_state" CHECK ("state" IN ('open', 'placed', 'stale'));
ALTER TABLE "orders"
  ADD CONSTRAINT "orders_total" CHECK ("total" >= 0),
  ADD CONSTRAINT "orders_fulfilment" CHECK ("fulfilment" IN ('placed', 'accepted', 'shipped', 'delivered', 'declined', 'cancelled', 'expired')),
  ADD CONSTRAINT "orders_payment" CHECK ("payment" IN ('none', 'due', 'proof-sent', 'paid', 'refund-due', 'refunded')),
  ADD CONSTRAINT "orders_stock" CHECK ("stock" IN ('held', 'taken', 'returned'));
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_amounts" CHECK ("quantity" > 0 AND "total" >= 0);
ALTER TABLE "stream" ADD CONSTRAINT "stream_state" CHECK ("state" IN ('planned', 'live', 'interrupted', 'ended', 'cancelled'));

CREATE UNIQUE INDEX "checkout_one_open" ON "checkout" ("chat_id") WHERE "state" = 'open';
CREATE UNIQUE INDEX "stream_one_live" ON "stream" ("seller_id") WHERE "state" IN ('live', 'interrupted');
CREATE INDEX "orders_holding" ON "orders" ("due_at") WHERE "stock" = 'held';
CREATE INDEX "inbox_waiting" ON "inbox" ("channel", "address", "seq") WHERE "state" = 'waiting';
CREATE INDEX "message_unsent" ON "message" ("chat_id", "seq") WHERE "state" IN ('due', 'sending');
CREATE INDEX "message_unsent_due" ON "message" ("due_at") WHERE "state" IN ('due', 'sending');
CREATE INDEX "outbox_waiting" ON "outbox" ("due_at", "id") WHERE "relayed_at" IS NULL;

-- The stock ledger is append-only: history is never rewritten, undo adds its opposite.
CREATE FUNCTION "stock_entry_is_history"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the stock ledger is append-only';
END $$;
CREATE TRIGGER "stock_entry_append_only" BEFORE UPDATE OR DELETE ON "stock_entry"
  FOR EACH ROW EXECUTE FUNCTION "stock_entry_is_history"();
