package com.example.supportdesk.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** Marks acceptance tests that must pass whatever data the application finds: they run in both groups. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("clean-db")
@Tag("user-generated")
@interface EveryProfile {}
