//! Codes that cross as words and are known only from the declarations: a closed list made when the program runs.

/// Makes of a type with `all()`, `code()` and `from_code()` a closed list on the wire, in the schemas and in TypeScript.
macro_rules! field_code {
    ($name:ident) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let code = String::deserialize(from)?;
                Self::from_code(&code)
                    .ok_or_else(|| serde::de::Error::custom(format!("`{code}` is no code of the list")))
            }
        }

        impl ts_rs::TS for $name {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;
            fn name(_: &ts_rs::Config) -> String {
                stringify!($name).to_owned()
            }
            fn inline(_: &ts_rs::Config) -> String {
                let codes: Vec<String> = Self::all().iter().map(|one| format!("\"{}\"", one.code())).collect();
                codes.join(" | ")
            }
            fn decl(config: &ts_rs::Config) -> String {
                format!("type {} = {};", stringify!($name), <Self as ts_rs::TS>::inline(config))
            }
            fn decl_concrete(config: &ts_rs::Config) -> String {
                <Self as ts_rs::TS>::decl(config)
            }
            fn output_path() -> Option<std::path::PathBuf> {
                Some(concat!(stringify!($name), ".ts").into())
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let codes: Vec<&str> = Self::all().iter().map(|one| one.code()).collect();
                schemars::json_schema!({ "type": "string", "enum": codes })
            }
        }
    };
}
pub(crate) use field_code;
