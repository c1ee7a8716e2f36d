-- Tables and columns get the names that the code uses. Nothing but names changes; rows stay where they are.
ALTER TABLE "delivery" RENAME TO "alert_recipient";
ALTER TABLE "alert_recipient" RENAME CONSTRAINT "delivery_pkey" TO "alert_recipient_pkey";
ALTER TABLE "alert_recipient" RENAME CONSTRAINT "delivery_alert_id_fkey" TO "alert_recipient_alert_id_fkey";
ALTER INDEX "delivery_alert_id_channel_state_rank_idx" RENAME TO "alert_recipient_alert_id_channel_state_rank_idx";
ALTER INDEX "delivery_chat_id_idx" RENAME TO "alert_recipient_chat_id_idx";
ALTER SEQUENCE "delivery_rank_seq" RENAME TO "alert_recipient_rank_seq";

ALTER TABLE "wish" RENAME TO "saved_search";
ALTER TABLE "saved_search" RENAME CONSTRAINT "wish_pkey" TO "saved_search_pkey";
ALTER TABLE "saved_search" RENAME CONSTRAINT "wish_person_id_fkey" TO "saved_search_person_id_fkey";
ALTER INDEX "wish_terms_idx" RENAME TO "saved_search_terms_idx";
ALTER INDEX "wish_person_id_words_key" RENAME TO "saved_search_person_id_words_key";

ALTER TABLE "talk" RENAME TO "conversation";
ALTER TABLE "conversation" RENAME CONSTRAINT "talk_pkey" TO "conversation_pkey";
ALTER TABLE "conversation" RENAME CONSTRAINT "talk_kind" TO "conversation_kind";
ALTER TABLE "conversation" RENAME CONSTRAINT "talk_state" TO "conversation_state";
ALTER INDEX "talk_kind_state_created_at_idx" RENAME TO "conversation_kind_state_created_at_idx";
ALTER INDEX "talk_order_id_idx" RENAME TO "conversation_order_id_idx";
ALTER INDEX "talk_person_id_idx" RENAME TO "conversation_person_id_idx";
ALTER INDEX "talk_one_open" RENAME TO "conversation_one_open";

ALTER TABLE "talk_message" RENAME TO "conversation_message";
ALTER TABLE "conversation_message" RENAME COLUMN "talk_id" TO "conversation_id";
ALTER TABLE "conversation_message" RENAME CONSTRAINT "talk_message_pkey" TO "conversation_message_pkey";
ALTER TABLE "conversation_message" RENAME CONSTRAINT "talk_message_talk_id_fkey" TO "conversation_message_conversation_id_fkey";
ALTER INDEX "talk_message_talk_id_id_idx" RENAME TO "conversation_message_conversation_id_id_idx";
ALTER SEQUENCE "talk_message_id_seq" RENAME TO "conversation_message_id_seq";

ALTER TABLE "delivery_way" RENAME TO "shipping_method";
ALTER TABLE "shipping_method" RENAME CONSTRAINT "delivery_way_pkey" TO "shipping_method_pkey";
ALTER TABLE "shipping_method" RENAME CONSTRAINT "delivery_way_seller_id_fkey" TO "shipping_method_seller_id_fkey";
ALTER TABLE "shipping_method" RENAME CONSTRAINT "delivery_way_way" TO "shipping_method_way";
ALTER TABLE "shipping_method" RENAME CONSTRAINT "delivery_way_fee" TO "shipping_method_fee";

ALTER TABLE "checkout" RENAME COLUMN "parts" TO "seller_orders";
