-- CREATE SUBSCRIPTION.
CREATE SUBSCRIPTION plain CONNECTION 'host=nowhere.invalid' PUBLICATION p WITH (connect = false, streaming = off);
CREATE SUBSCRIPTION "Odd subscription" CONNECTION 'user=''o\''brien''' PUBLICATION p, "Odd publication"
    WITH (connect = false, slot_name = 'odd_slot', binary = true, synchronous_commit = local, streaming = on);
CREATE SUBSCRIPTION slotless CONNECTION '' PUBLICATION p WITH (connect = false, slot_name = NONE, streaming = off);
COMMENT ON SUBSCRIPTION plain IS 'subscription'
